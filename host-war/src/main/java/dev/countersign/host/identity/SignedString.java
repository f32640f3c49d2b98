package dev.countersign.host.identity;

import dev.countersign.host.mail.Rfc5322;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
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
   * {@return the UTF-8 bytes that are signed}
   *
   * @throws MessagingException if the message is not well-formed MIME
   */
  public static byte[] of(MimeMessage message) throws MessagingException {
    // Read as UTF-8 whatever session the message was made with, so that signer and verifier agree.
    return of(Rfc5322.bytes(message));
  }

  /** The same for a message as it came over the wire or lies in a file. */
  public static byte[] of(byte[] message) throws MessagingException {
    MimeMessage parsed = Rfc5322.parse(message);
    List<String> lines = new ArrayList<>();
    lines.add(VERSION);
    for (String name : HEADERS) {
      String[] values = parsed.getHeader(name);
      for (String value : values == null ? new String[0] : values) {
        lines.add(name.toLowerCase(Locale.ROOT) + ":" + relaxed(name, value));
      }
    }
    try {
      lines.addAll(ContentLines.of(parsed));
    } catch (IOException e) {
      throw new MessagingException("A part cannot be decoded.", e);
    }
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  // RFC 6376 §3.4.2. A token has no spaces of its own, so folding inside it counts for nothing.
  private static String relaxed(String name, String value) {
    String unfolded = value.replaceAll("[\r\n]+(?=[ \t])", "").replaceAll("[\r\n]+$", "");
    String spaces = name.equals(IdentityHeaders.IDENTITY) ? "" : " ";
    return unfolded.replaceAll("[ \t]+", spaces).replaceAll("^ | $", "");
  }
}
