package dev.countersign.host.identity;

import dev.countersign.host.identity.mime.Entity;
import dev.countersign.host.identity.mime.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text under {@code X-MultiMail-Signature}: made of the message as it was received, whatever
 * relays folded, re-encoded or stamped on it. {@code docs/identity.md} publishes the format.
 */
public final class SignedString {
  static final String VERSION = "countersign-signature-v1";

  /** In this order. A header that is not there has no line, so adding one shows. */
  static final List<String> HEADERS =
      List.of(
          "From",
          "Sender",
          "Reply-To",
          "To",
          "Cc",
          "Subject",
          "Date",
          "Message-ID",
          "In-Reply-To",
          "References",
          IdentityHeaders.AI_GENERATED,
          IdentityHeaders.IDENTITY,
          IdentityHeaders.AGENT_ID,
          IdentityHeaders.TENANT,
          IdentityHeaders.OVERSIGHT_MODE);

  private SignedString() {}

  /**
   * {@return the bytes that are signed, of a message as it came over the wire or lies in a file}
   *
   * @throws MalformedMessageException if readers could disagree about what the message says
   */
  public static byte[] of(byte[] message) throws MalformedMessageException {
    return of(Entity.of(message));
  }

  static byte[] of(Entity message) throws MalformedMessageException {
    List<String> lines = new ArrayList<>();
    lines.add(VERSION);
    for (String name : HEADERS) {
      for (String value : message.values(name)) {
        lines.add(name.toLowerCase(Locale.ROOT) + ":" + covered(name, value));
      }
    }
    lines.addAll(ContentLines.of(message));
    // One character for each byte: a header in UTF-8 (RFC 6532) stays as it is.
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  // A token has no spaces of its own, so folding inside it counts for nothing.
  private static String covered(String name, String relaxed) {
    return name.equals(IdentityHeaders.IDENTITY) ? relaxed.replace(" ", "") : relaxed;
  }
}
