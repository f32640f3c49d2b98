package dev.countersign.conformance.running;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Mail from outside, as tests write it.
 *
 * @param headers more of them, each with its line end
 */
public record Letters(
    String author, String messageId, String subject, String headers, String text) {
  private static final String PLAIN = "Content-Type: text/plain; charset=utf-8\n";

  public static Letters from(String author) {
    return new Letters(
        author, id(), "=?UTF-8?Q?Besprechung_=E2=80=93_Z=C3=BCrich?=", "", "Hello there.");
  }

  private static String id() {
    return "<" + UUID.randomUUID() + "@example.net>";
  }

  /** The same words of somebody else. */
  public Letters by(String other) {
    return new Letters(other, messageId, subject, headers, text);
  }

  public Letters saying(String words) {
    return new Letters(author, messageId, subject, headers, words);
  }

  public Letters named(String words) {
    return new Letters(author, messageId, words, headers, text);
  }

  public Letters replyTo(String address) {
    return new Letters(author, messageId, subject, headers + "Reply-To: " + address + "\n", text);
  }

  /** Another letter of the same author, which answers a message. */
  public Letters answering(String message, String... before) {
    var references = String.join(" ", before) + " " + message;
    return new Letters(
        author,
        id(),
        subject,
        "In-Reply-To: " + message + "\nReferences: " + references.strip() + "\n",
        text);
  }

  /** The same letter with a file. */
  public Letters with(String file, String content) {
    return new Letters(
        author,
        messageId,
        subject,
        headers + "Content-Type: multipart/mixed; boundary=b\n",
        """
      --b
      Content-Type: text/plain; charset=utf-8

      %s
      --b
      Content-Type: application/pdf
      Content-Disposition: attachment; filename="%s"

      %s
      --b--
      """
            .formatted(text, file, content));
  }

  public byte[] bytes() {
    var type = headers.contains("boundary=") ? "" : PLAIN;
    return """
      From: =?UTF-8?Q?J=C3=BCrgen?= <%s>
      To: agent@countersign.localhost
      Subject: %s
      Date: Tue, 17 Mar 2026 12:30:01 +0000
      Message-ID: %s
      %sMIME-Version: 1.0
      %sContent-Transfer-Encoding: 8bit

      %s
      """
        .formatted(author, subject, messageId, headers, type, text)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** {@return its id after it came for the first mailbox} */
  public String received(Product product) {
    return receivedFor(product, product.firstRun().mailboxAddress());
  }

  /** {@return its id after it came for this address} */
  public String receivedFor(Product product, String address) {
    var named = URLEncoder.encode(address, StandardCharsets.UTF_8);
    return product
        .admin()
        .postMail("/v1/inbound?recipient=" + named, bytes())
        .expecting(201)
        .text("id");
  }
}
