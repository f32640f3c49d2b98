package dev.countersign.host.inbound;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;

/**
 * How much of a message is read; what is beyond stays in its bytes.
 *
 * @param parts of the MIME tree
 * @param depth of the same
 * @param markup characters of HTML
 * @param tags of the same
 */
public record ReadingLimits(int parts, int depth, int markup, int tags) {
  /** Of a field with addresses; as many as are kept have room in it. */
  public static final int ADDRESSES_CHARACTERS = 16_384;

  public static ReadingLimits of(Limits limits) {
    return new ReadingLimits(
        limits.count(Limit.INBOUND_PARTS_COUNT),
        limits.count(Limit.INBOUND_DEPTH_COUNT),
        limits.count(Limit.INBOUND_MARKUP_BYTES),
        limits.count(Limit.INBOUND_TAGS_COUNT));
  }
}
