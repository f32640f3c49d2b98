package dev.countersign.host.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/** What is in a part: decoded if its encoding is kept to, else as it came. */
final class PartText {
  private static final Charset COMMON = Charset.forName("windows-1252");

  private PartText() {}

  /** {@return its beginning; {@code most} bytes are enough for what is shown} */
  static String of(Part part, int most) {
    byte[] bytes = bytes(part, most);
    return named(part).map(charset -> new String(bytes, charset)).orElseGet(() -> guessed(bytes));
  }

  /** Nothing that is wrong with its encoding keeps it out. */
  static byte[] bytes(Part part) {
    return bytes(part, Integer.MAX_VALUE);
  }

  private static byte[] bytes(Part part, int most) {
    try (InputStream in = part.getInputStream()) {
      return in.readNBytes(most);
    } catch (MessagingException | IOException | RuntimeException e) {
      return raw(part, most);
    }
  }

  private static byte[] raw(Part part, int most) {
    try (InputStream in =
        part instanceof MimeMessage message
            ? message.getRawInputStream()
            : ((MimeBodyPart) part).getRawInputStream()) {
      return in.readNBytes(most);
    } catch (MessagingException | IOException | RuntimeException e) {
      return new byte[0];
    }
  }

  /** Who says ASCII and writes other bytes means something else. */
  private static Optional<Charset> named(Part part) {
    try {
      String name = new ContentType(part.getContentType()).getParameter("charset");
      if (name == null || name.toLowerCase(Locale.ROOT).endsWith("ascii")) {
        return Optional.empty();
      }
      return Optional.of(Charset.forName(MimeUtility.javaCharset(name)));
    } catch (ParseException | IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    } catch (MessagingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String guessed(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, COMMON);
    }
  }
}
