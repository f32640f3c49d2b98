package dev.countersign.host.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;

/**
 * The MIME tree of a draft. Every leaf is quoted-printable or base64, so no relay has a reason to
 * encode it again.
 */
final class MimeParts {
  private MimeParts() {}

  static MimeBodyPart of(Draft draft, boolean disclosed) throws MessagingException {
    MimeBodyPart body = body(draft.body(), disclosed);
    if (draft.attachments().isEmpty()) {
      return body;
    }
    MimeMultipart mixed = new MimeMultipart("mixed", body);
    for (Attachment attachment : draft.attachments()) {
      mixed.addBodyPart(attachment(attachment));
    }
    return wrap(mixed);
  }

  private static MimeBodyPart body(Body body, boolean disclosed) throws MessagingException {
    ReadableBody readable = new ReadableBody(body, disclosed);
    MimeBodyPart plain = text("plain", readable.text());
    return switch (body) {
      case Body.PlainText only -> plain;
      case Body.Markdown markdown ->
          // The preferred form comes last (RFC 2046 §5.1.4).
          wrap(new MimeMultipart("alternative", plain, text("html", readable.htmlDocument())));
    };
  }

  private static MimeBodyPart wrap(MimeMultipart multipart) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setContent(multipart);
    return part;
  }

  private static MimeBodyPart text(String subtype, String text) throws MessagingException {
    byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    MimeBodyPart part = new MimeBodyPart();
    setContent(part, bytes, "text/" + subtype + "; charset=utf-8");
    part.setHeader("Content-Transfer-Encoding", shorterEncoding(bytes));
    return part;
  }

  private static MimeBodyPart attachment(Attachment attachment) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    setContent(part, attachment.bytes(), attachment.contentType());
    part.setHeader("Content-Transfer-Encoding", "base64");
    ParameterList parameters = new ParameterList();
    parameters.set("filename", attachment.name(), "UTF-8");
    part.setHeader(
        "Content-Disposition", new ContentDisposition(Part.ATTACHMENT, parameters).toString());
    return part;
  }

  // Setting the type by hand keeps Jakarta Mail from claiming a charset that nobody approved.
  private static void setContent(MimeBodyPart part, byte[] bytes, String type)
      throws MessagingException {
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
    part.setHeader("Content-Type", type);
  }

  // Quoted-printable triples what it escapes; base64 adds a third to everything.
  private static String shorterEncoding(byte[] bytes) {
    int escaped = 0;
    for (byte b : bytes) {
      escaped += b < 0 || b == '=' ? 1 : 0;
    }
    return escaped * 6L > bytes.length ? "base64" : "quoted-printable";
  }
}
