package dev.countersign.host.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;

/** Messages as bytes and back, with headers read and written as UTF-8 (RFC 6532). */
public final class Rfc5322 {
  static final Session SESSION = session();

  private Rfc5322() {}

  /** Reads a message; writing it again gives the same headers and the same body bytes. */
  public static MimeMessage parse(byte[] message) throws MessagingException {
    return new MimeMessage(SESSION, new ByteArrayInputStream(message));
  }

  public static byte[] bytes(MimeMessage message) throws MessagingException {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      message.writeTo(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new MessagingException("The message cannot be written out.", e);
    }
  }

  private static Session session() {
    Properties properties = new Properties();
    properties.setProperty("mail.mime.allowutf8", "true");
    return Session.getInstance(properties);
  }
}
