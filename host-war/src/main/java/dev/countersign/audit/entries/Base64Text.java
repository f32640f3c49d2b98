package dev.countersign.audit.entries;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Bytes as text in the one spelling they have: no bits to spare, no other padding. */
public final class Base64Text {
  private Base64Text() {}

  /** {@return the bytes of base64url without padding} */
  public static byte[] ofUrl(String text) throws Unreadable {
    return decoded(text, Base64.getUrlDecoder(), Base64.getUrlEncoder().withoutPadding());
  }

  /** {@return the bytes of base64 with padding} */
  public static byte[] ofStandard(String text) throws Unreadable {
    return decoded(text, Base64.getDecoder(), Base64.getEncoder());
  }

  private static byte[] decoded(String text, Base64.Decoder decoder, Base64.Encoder encoder)
      throws Unreadable {
    try {
      byte[] bytes = decoder.decode(text);
      if (Arrays.equals(encoder.encode(bytes), text.getBytes(StandardCharsets.ISO_8859_1))) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new Unreadable("a text that should be base64 is not");
    }
    throw new Unreadable("a text that should be base64 is spelled in another way");
  }
}
