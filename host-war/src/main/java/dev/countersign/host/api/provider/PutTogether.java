package dev.countersign.host.api.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message put together from a provider's fields, always to the same bytes, so that one that comes
 * twice is known.
 */
final class PutTogether {
  private final StringBuilder text = new StringBuilder();

  private PutTogether() {}

  static byte[] of(PostmarkMail mail) {
    var made = new PutTogether();
    made.field("From", mail.from());
    made.field("To", mail.to());
    made.field("Cc", mail.cc());
    made.field("Subject", mail.subject());
    made.field("Date", mail.date());
    made.field("Message-ID", id(mail));
    for (String name : List.of("In-Reply-To", "References")) {
      made.field(name, header(mail, name));
    }
    made.field("MIME-Version", "1.0");
    String boundary = boundary(mail);
    made.field("Content-Type", "multipart/mixed; boundary=" + boundary);
    made.text.append("\r\n");
    made.part(boundary, "text/plain; charset=utf-8", mail.textBody());
    made.part(boundary, "text/html; charset=utf-8", mail.htmlBody());
    List<PostmarkMail.File> files = mail.attachments() == null ? List.of() : mail.attachments();
    for (PostmarkMail.File file : files) {
      made.file(boundary, file);
    }
    made.text.append("--").append(boundary).append("--\r\n");
    return made.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable String id(PostmarkMail mail) {
    String own = header(mail, "Message-ID");
    return own != null || mail.messageId() == null
        ? own
        : "<" + mail.messageId() + "@provider.invalid>";
  }

  private static @Nullable String header(PostmarkMail mail, String name) {
    List<PostmarkMail.Field> fields = mail.headers() == null ? List.of() : mail.headers();
    return fields.stream()
        .filter(field -> name.equalsIgnoreCase(field.name()))
        .map(PostmarkMail.Field::value)
        .findFirst()
        .orElse(null);
  }

  /** On one line: what comes in JSON could hold line ends, and with them other fields. */
  private void field(String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      String line = value.replaceAll("\\p{Cntrl}+", " ").strip();
      text.append(name).append(": ").append(line).append("\r\n");
    }
  }

  private void part(String boundary, String type, @Nullable String content) {
    if (content != null && !content.isBlank()) {
      text.append("--").append(boundary).append("\r\n");
      field("Content-Type", type);
      encoded(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void file(String boundary, PostmarkMail.File file) {
    text.append("--").append(boundary).append("\r\n");
    field("Content-Type", file.contentType());
    String name = String.valueOf(file.name()).replaceAll("[\"\\\\\\p{Cntrl}]", "_");
    field("Content-Disposition", "attachment; filename=\"" + name + "\"");
    encoded(bytes(String.valueOf(file.content())));
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return base64.getBytes(StandardCharsets.UTF_8);
    }
  }

  private void encoded(byte[] content) {
    field("Content-Transfer-Encoding", "base64");
    text.append("\r\n").append(Base64.getMimeEncoder().encodeToString(content)).append("\r\n");
  }

  private static String boundary(PostmarkMail mail) {
    try {
      byte[] named = String.valueOf(mail.messageId()).getBytes(StandardCharsets.UTF_8);
      return "part-"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(named), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
