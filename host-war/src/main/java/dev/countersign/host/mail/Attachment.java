package dev.countersign.host.mail;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A named file that goes along with a message, byte for byte. */
public final class Attachment {
  public static final int NAME_OCTETS_MAX = 255;

  private static final String TOKEN = "[a-z0-9!#$&^_.+-]{1,127}";
  private static final Pattern CONTENT_TYPE =
      Pattern.compile(TOKEN + "/" + TOKEN + "(; charset=" + TOKEN + ")?");
  private static final Pattern COMPOSITE = Pattern.compile("(multipart|message)/.*");

  // No file system takes all of these; two of them make paths, and =? could hide another name.
  private static final Pattern UNSAFE_IN_NAME = Pattern.compile("[/\\\\:*?\"<>|]");

  // Direction controls can show "gpj.exe" as "exe.jpg".
  private static final Pattern DIRECTION =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private final String name;
  private final String contentType;
  private final byte[] bytes;

  /**
   * @param name a plain file name, at most 255 octets of UTF-8
   * @param contentType {@code type/subtype}, with a {@code charset} parameter if wanted
   * @throws InvalidMailException saying what is wrong
   */
  public Attachment(String name, String contentType, byte[] bytes) {
    this.name = checkedName(name);
    this.contentType = checkedType(contentType);
    this.bytes = bytes.clone();
  }

  public String name() {
    return name;
  }

  /** {@return the media type in lower case} */
  public String contentType() {
    return contentType;
  }

  /** {@return a copy of the content} */
  public byte[] bytes() {
    return bytes.clone();
  }

  public int size() {
    return bytes.length;
  }

  /** {@return the content without copying it} */
  public InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  private static String checkedName(String name) {
    CleanText.singleLine("An attachment name", "invalid_attachment", name);
    if (name.isBlank() || !name.equals(name.strip()) || name.endsWith(".")) {
      throw refused("An attachment name must not be blank or end in a dot or space.");
    }
    if (CleanText.utf8Length(name) > NAME_OCTETS_MAX) {
      throw refused("An attachment name must not be longer than 255 octets.");
    }
    if (UNSAFE_IN_NAME.matcher(name).find()) {
      throw refused("An attachment name must not contain any of / \\ : * ? \" < > |.");
    }
    if (DIRECTION.matcher(name).find()) {
      throw refused("An attachment name must not contain text direction controls.");
    }
    return name;
  }

  private static String checkedType(String contentType) {
    String type =
        contentType
            .toLowerCase(Locale.ROOT)
            .replaceFirst(" ?; ?charset=\"?([^\"]+)\"?", "; charset=$1");
    if (!CONTENT_TYPE.matcher(type).matches()) {
      throw refused("An attachment's content type must look like application/pdf.");
    }
    if (COMPOSITE.matcher(type).matches()) {
      throw refused("A multipart or message attachment must be sent as application/octet-stream.");
    }
    return type;
  }

  private static InvalidMailException refused(String message) {
    return new InvalidMailException("invalid_attachment", message);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attachment that
        && name.equals(that.name)
        && contentType.equals(that.contentType)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * name.hashCode() + contentType.hashCode()) + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Attachment[" + name + ", " + contentType + ", " + bytes.length + " bytes]";
  }
}
