package dev.countersign.host.mail;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The bytes under an approval: an unambiguous encoding of a whole {@link Draft}.
 *
 * <pre>
 * draft       = text("countersign-draft-v1") address list(to) list(cc) list(bcc)
 *               text(subject) text("markdown" | "plain") text(body)
 *               list(attachment) list(in-reply-to, none or one) list(references)
 * address     = text(local-part "@" domain) list(display name, none or one)
 * attachment  = text(name) text(content type) bytes(content)
 * list        = u32 count, then each item       text = bytes(UTF-8)
 * bytes       = u32 length, then the bytes      u32 = big-endian
 * </pre>
 *
 * Every item carries its own length and the order is fixed, so no two drafts share an encoding.
 */
final class DraftEncoding {
  private static final String VERSION = "countersign-draft-v1";

  private final DataOutputStream out;

  private DraftEncoding(OutputStream out) {
    this.out = new DataOutputStream(out);
  }

  static byte[] sha256(Draft draft) {
    try (DigestOutputStream sink =
        new DigestOutputStream(
            OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
      new DraftEncoding(sink).write(draft);
      return sink.getMessageDigest().digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Draft draft) throws IOException {
    text(VERSION);
    address(draft.from());
    addresses(draft.to());
    addresses(draft.cc());
    addresses(draft.bcc());
    text(draft.subject());
    switch (draft.body()) {
      case Body.Markdown markdown -> text("markdown");
      case Body.PlainText plain -> text("plain");
    }
    text(draft.body().text());
    out.writeInt(draft.attachments().size());
    for (Attachment attachment : draft.attachments()) {
      text(attachment.name());
      text(attachment.contentType());
      bytes(attachment.bytes());
    }
    texts(draft.threading().inReplyTo().stream().map(MessageId::value).toList());
    texts(draft.threading().references().stream().map(MessageId::value).toList());
  }

  private void addresses(List<EmailAddress> addresses) throws IOException {
    out.writeInt(addresses.size());
    for (EmailAddress address : addresses) {
      address(address);
    }
  }

  private void address(EmailAddress address) throws IOException {
    text(address.address());
    texts(address.displayName().stream().toList());
  }

  private void texts(List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(text);
    }
  }

  private void text(String text) throws IOException {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
