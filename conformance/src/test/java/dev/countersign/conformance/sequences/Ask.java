package dev.countersign.conformance.sequences;

import dev.countersign.kernel.Digest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call over HTTP: how it is put on the wire, and what the kernel says of it. All names are
 * those of the documented interface; no code of the server's is used.
 */
interface Ask {
  /** The name of the key that is presented. */
  String by();

  /** The ledger's word for it where it ends before anybody has heard what it is about. */
  String word();

  Request request(World world);

  /**
   * What the kernel makes of it, carried out in this world.
   *
   * @param now milliseconds since the epoch
   * @param line the beginning of its ledger entry: who called, and {@link #word}
   * @param made what the server says it made
   */
  Outcome hear(World world, long now, Line line, Made made);

  /** A request; a null body is none. */
  record Request(String method, String path, @Nullable Map<String, ?> body) {
    static Request post(String path, Map<String, ?> body) {
      return new Request("POST", path, body);
    }

    static Request get(String path) {
      return new Request("GET", path, null);
    }

    static Request delete(String path) {
      return new Request("DELETE", path, null);
    }
  }

  /**
   * What only the server can know of a thing before it is made: its id, and of a message the digest
   * under which it is approved, and when that was, in milliseconds since the epoch.
   */
  record Made(String id, Digest digest, long at) {
    static final Made NOTHING = of("");

    /** Made of something else than a message. */
    static Made of(String id) {
      return new Made(id, new Digest(0, 0, 0, 0), 0);
    }
  }
}
