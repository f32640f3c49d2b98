package dev.countersign.host.ledger;

import dev.countersign.host.identity.CanonicalJson;
import dev.countersign.host.ledger.actors.ActorKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SortedMap;

/**
 * One entry with its signature, as one line of text: {@code
 * {"entry":…,"signature":{"key":…,"value":…}}}. Both are in canonical form (RFC 8785), so the line
 * is. What is stored is this text, and nothing ever writes it again.
 */
public final class Leaf {
  /** Precedes the entry's bytes in what is signed, so that no signature can stand for another. */
  static final String PURPOSE = "countersign-ledger-entry-v1\n";

  private Leaf() {}

  /**
   * {@return the line, without a line end}
   *
   * @throws IllegalStateException if it is longer than {@code mostBytes} of UTF-8
   */
  static String signed(SortedMap<String, Object> members, ActorKey key, long mostBytes) {
    String entry = CanonicalJson.text(members);
    byte[] signature = key.sign((PURPOSE + entry).getBytes(StandardCharsets.UTF_8));
    String value = Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    String leaf =
        "{\"entry\":"
            + entry
            + ",\"signature\":{\"key\":\""
            + key.kid()
            + "\",\"value\":\""
            + value
            + "\"}}";
    // All its text is ours and in ASCII: ids, words, digests.
    if (leaf.length() > mostBytes) {
      throw new IllegalStateException("a ledger entry has no room in a leaf");
    }
    return leaf;
  }
}
