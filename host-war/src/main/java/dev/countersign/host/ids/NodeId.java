package dev.countersign.host.ids;

import java.util.Optional;

/** A server's id, {@code node_} and a ULID. */
public record NodeId(String ulid) {
  private static final String PREFIX = "node_";

  public static NodeId mint() {
    return new NodeId(Ulids.mint());
  }

  /** Accepts the id as printed, or its bare ULID. */
  public static Optional<NodeId> parse(String text) {
    return Ulids.parse(text, PREFIX).map(NodeId::new);
  }

  @Override
  public String toString() {
    return PREFIX + ulid;
  }
}
