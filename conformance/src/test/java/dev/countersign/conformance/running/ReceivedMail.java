package dev.countersign.conformance.running;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A message as its recipient's server has it. */
public final class ReceivedMail {
  private final MimeMessage message;

  public ReceivedMail(MimeMessage message) {
    this.message = message;
  }

  /** {@return the header's only value, unfolded; fails the test when there is none or another} */
  public String header(String name) {
    var all = headers(name);
    if (all.size() != 1) {
      throw new AssertionError(name + " is there " + all.size() + " times");
    }
    return all.getFirst();
  }

  public List<String> headers(String name) {
    try {
      String[] values = message.getHeader(name);
      return values == null
          ? List.of()
          : Arrays.stream(values).map(MimeUtility::unfold).map(String::strip).toList();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return a header as people read it, encoded words (RFC 2047) decoded} */
  public String readable(String name) {
    try {
      return MimeUtility.decodeText(header(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the message's type and its parts', outermost first, in lower case} */
  public List<String> types() {
    return parts(message).stream().map(ReceivedMail::type).toList();
  }

  /** {@return a header's only value, its bytes read as UTF-8 (RFC 6532)} */
  public String utf8(String name) {
    return new String(header(name).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** {@return the text of the only part of this type that is no attachment, with LF line ends} */
  public String text(String type) {
    var found =
        parts(message).stream()
            .filter(part -> type(part).equals(type) && fileName(part).isEmpty())
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " parts are " + type);
    }
    return new String(bytes(found.getFirst()), StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  /** {@return the bytes of the attachment of this name} */
  public byte[] attachment(String name) {
    return parts(message).stream()
        .filter(part -> fileName(part).equals(name))
        .findFirst()
        .map(ReceivedMail::bytes)
        .orElseThrow(() -> new AssertionError("there is no attachment " + name));
  }

  /** {@return the whole message as the server stored it} */
  public byte[] bytes() {
    try (var out = new ByteArrayOutputStream()) {
      message.writeTo(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Part> parts(Part part) {
    List<Part> all = new ArrayList<>(List.of(part));
    try {
      if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
        for (int i = 0; i < multipart.getCount(); i++) {
          BodyPart inner = multipart.getBodyPart(i);
          all.addAll(parts(inner));
        }
      }
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
    return all;
  }

  private static String type(Part part) {
    try {
      return part.getContentType().split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String fileName(Part part) {
    try {
      var name = part.getFileName();
      return name == null ? "" : MimeUtility.decodeText(name);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(Part part) {
    try (var in = part.getInputStream()) {
      return in.readAllBytes();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
