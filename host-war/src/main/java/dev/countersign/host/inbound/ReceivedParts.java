package dev.countersign.host.inbound;

import dev.countersign.host.mail.Attachment;
import dev.countersign.host.mail.Body;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.InvalidMailException;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The MIME tree of a message: one text to read, and everything else as attachments. */
final class ReceivedParts {
  private static final int DEPTH_MAX = 20;
  private static final int NAME_CHARACTERS = 80;
  private static final Pattern UNSAFE_IN_NAME =
      Pattern.compile("[/\\\\:*?\"<>|\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]|[. ]+$");

  private final List<Attachment> attachments = new ArrayList<>();
  private @Nullable String plain;
  private @Nullable String html;

  static ReceivedParts of(Part message) {
    var parts = new ReceivedParts();
    try {
      parts.read(message, 1);
    } catch (MessagingException | IOException | IllegalArgumentException e) {
      // What could be read is shown; the bytes are kept, and the digest is theirs.
    }
    return parts;
  }

  /** The plain text; the source of the HTML if there is nothing else. */
  Body body() {
    String text = plain != null ? plain : html;
    return new Body.PlainText(ShownText.lines(text == null ? "" : text, Body.BYTES_MAX));
  }

  List<Attachment> attachments() {
    return List.copyOf(attachments);
  }

  private void read(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEPTH_MAX) {
      return;
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
      for (int i = 0; i < multipart.getCount(); i++) {
        read(multipart.getBodyPart(i), depth + 1);
      }
    } else if (isToBeRead(part, "text/plain") && plain == null) {
      plain = text(part);
    } else if (isToBeRead(part, "text/html") && html == null) {
      html = text(part);
    } else if (attachments.size() < Draft.ATTACHMENTS_MAX) {
      attachments.add(attachment(part));
    }
  }

  private static boolean isToBeRead(Part part, String type) throws MessagingException {
    return part.isMimeType(type)
        && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
        && part.getFileName() == null;
  }

  private static String text(Part part) throws MessagingException, IOException {
    return new String(bytes(part), charset(part));
  }

  private static Charset charset(Part part) throws MessagingException {
    String named = new ContentType(part.getContentType()).getParameter("charset");
    try {
      return named == null
          ? StandardCharsets.UTF_8
          : Charset.forName(MimeUtility.javaCharset(named));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  private Attachment attachment(Part part) throws MessagingException, IOException {
    byte[] bytes = bytes(part);
    String name = name(part);
    String type = new ContentType(part.getContentType()).getBaseType();
    try {
      return new Attachment(name, type.toLowerCase(Locale.ROOT), bytes);
    } catch (InvalidMailException e) {
      return new Attachment(unnamed(), "application/octet-stream", bytes);
    }
  }

  private String name(Part part) throws MessagingException {
    String given = part.getFileName() == null ? "" : part.getFileName();
    String safe =
        UNSAFE_IN_NAME.matcher(ShownText.line(given, NAME_CHARACTERS)).replaceAll("_").strip();
    return safe.isEmpty() ? unnamed() : safe;
  }

  private String unnamed() {
    return "attachment-" + (attachments.size() + 1);
  }

  private static byte[] bytes(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return in.readAllBytes();
    }
  }
}
