package dev.countersign.host.inbound;

import dev.countersign.host.inbound.text.HtmlToMarkdown;
import dev.countersign.host.mail.Attachment;
import dev.countersign.host.mail.Body;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.InvalidMailException;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The MIME tree of a message: one text to read, and everything else as attachments, unopened. */
final class ReceivedParts {
  private static final int NAME_CHARACTERS = 80;

  /**
   * No charset takes more bytes for a character, but for the signs that switch between alphabets.
   */
  private static final int ENCODED = 4;

  private static final Pattern UNSAFE_IN_NAME =
      Pattern.compile("[/\\\\:*?\"<>|\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]|[. ]+$");

  private final ReadingLimits limits;
  private final List<Attachment> attachments = new ArrayList<>();
  private int parts;
  private @Nullable String plain;
  private @Nullable String html;

  private ReceivedParts(ReadingLimits limits) {
    this.limits = limits;
  }

  static ReceivedParts of(Part message, ReadingLimits limits) {
    var parts = new ReceivedParts(limits);
    try {
      parts.read(message, 1);
    } catch (MessagingException | IOException | IllegalArgumentException e) {
      // What could be read is shown; the bytes are kept, and the digest is theirs.
    }
    return parts;
  }

  /** A message with more parts than anybody reads: one file, as it came. */
  static ReceivedParts unopened(byte[] message, ReadingLimits limits) {
    var parts = new ReceivedParts(limits);
    parts.attachments.add(new Attachment("message.eml", "application/octet-stream", message));
    return parts;
  }

  /** The plain text, or the HTML as Markdown where there is none. */
  Body body() {
    boolean readable = plain != null && !plain.isBlank();
    if (html == null || readable) {
      return new Body.PlainText(ShownText.lines(plain == null ? "" : plain, Body.BYTES_MAX));
    }
    String markdown = HtmlToMarkdown.convert(beginning(html), Body.BYTES_MAX);
    return new Body.Markdown(ShownText.lines(markdown, Body.BYTES_MAX));
  }

  /** A reader of HTML can be made to build a dozen elements for each tag. */
  private String beginning(String markup) {
    int end = Math.min(markup.length(), limits.markup());
    int tags = 0;
    for (int i = 0; i < end; i++) {
      if (markup.charAt(i) == '<' && ++tags > limits.tags()) {
        return markup.substring(0, i);
      }
    }
    return markup.substring(0, end);
  }

  List<Attachment> attachments() {
    return List.copyOf(attachments);
  }

  private void read(Part part, int depth) throws MessagingException, IOException {
    if (++parts > limits.parts()) {
      return;
    }
    if (part.isMimeType("multipart/*") && depth <= limits.depth() && readAll(part, depth)) {
      return;
    }
    if (isToBeRead(part, "text/plain") && plain == null) {
      plain = PartText.of(part, ENCODED * Body.BYTES_MAX);
    } else if (isToBeRead(part, "text/html") && html == null) {
      html = PartText.of(part, ENCODED * limits.markup());
    } else if (attachments.size() < Draft.ATTACHMENTS_MAX) {
      attachments.add(attachment(part));
    }
  }

  /** {@return false where it is none, whatever it is called; then it is a file like others} */
  private boolean readAll(Part part, int depth) {
    try {
      if (!(part.getContent() instanceof Multipart multipart)) {
        return false;
      }
      for (int i = 0; i < multipart.getCount() && parts < limits.parts(); i++) {
        read(multipart.getBodyPart(i), depth + 1);
      }
      return true;
    } catch (MessagingException | IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isToBeRead(Part part, String type) throws MessagingException {
    return part.isMimeType(type)
        && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
        && part.getFileName() == null;
  }

  private Attachment attachment(Part part) throws MessagingException {
    byte[] bytes = PartText.bytes(part);
    String name = name(part);
    try {
      return new Attachment(name, type(part), bytes);
    } catch (InvalidMailException e) {
      return new Attachment(unnamed(), "application/octet-stream", bytes);
    }
  }

  /** A message within a message is a file, too. */
  private static String type(Part part) throws MessagingException {
    try {
      String type = new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
      return type.startsWith("message/") || type.startsWith("multipart/")
          ? "application/octet-stream"
          : type;
    } catch (ParseException e) {
      return "application/octet-stream";
    }
  }

  private String name(Part part) throws MessagingException {
    String safe =
        UNSAFE_IN_NAME.matcher(ShownText.line(given(part), NAME_CHARACTERS)).replaceAll("_");
    String name = safe.strip();
    if (!name.isEmpty()) {
      return name;
    }
    return part.isMimeType("message/rfc822") ? unnamed() + ".eml" : unnamed();
  }

  private static String given(Part part) {
    try {
      String name = part.getFileName();
      return name == null ? "" : name;
    } catch (MessagingException e) {
      return "";
    }
  }

  private String unnamed() {
    return "attachment-" + (attachments.size() + 1);
  }
}
