package dev.countersign.host.attachments;

import dev.countersign.host.identity.KeptSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links that nobody can make up: {@code base64url(what) "." base64url(HMAC-SHA256(what))}. The key
 * is derived from a secret outside the database, so whoever reads the database makes none either.
 */
public final class AttachmentLinks {
  private static final String PURPOSE = "countersign-attachment-link-v1";
  private static final String HMAC = "HmacSHA256";
  private static final int TOKEN_CHARACTERS_MAX = 500;

  private final KeptSecret kept;

  public AttachmentLinks(KeptSecret kept) {
    this.kept = kept;
  }

  /** {@return the token that stands in the link's address} */
  public String token(AttachmentLink link) {
    var text = link.text();
    return encoded(text.getBytes(StandardCharsets.US_ASCII)) + "." + encoded(hmac(text));
  }

  /** {@return what the token names; empty for one that this server did not write} */
  public Optional<AttachmentLink> read(String token) {
    int dot = token.indexOf('.');
    if (dot < 0 || token.length() > TOKEN_CHARACTERS_MAX) {
      return Optional.empty();
    }
    try {
      var text = new String(decoded(token.substring(0, dot)), StandardCharsets.US_ASCII);
      var link = AttachmentLink.of(text);
      // The whole token again: base64 has several spellings of the same bytes, a link has one.
      return link.filter(known -> same(token(known), token));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
  }

  private byte[] hmac(String text) {
    try {
      // A secret that is lost takes the links of the last hour with it and nothing else.
      byte[] key = kept.derive(PURPOSE, () -> false);
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
