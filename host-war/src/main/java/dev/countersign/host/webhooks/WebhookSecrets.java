package dev.countersign.host.webhooks;

import dev.countersign.host.identity.KeptSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets that webhooks are signed with. None is stored: each is derived from one that is kept
 * outside the database, and the database has its SHA-256 to tell whether this is the right one.
 */
final class WebhookSecrets {
  private static final String PURPOSE = "countersign-webhook-secret-v1\n";
  private static final String PREFIX = "whsec_";

  private final KeptSecret kept;
  private final BooleanSupplier inUse;

  WebhookSecrets(KeptSecret kept, BooleanSupplier inUse) {
    this.kept = kept;
    this.inUse = inUse;
  }

  /** {@return the secret as its holder is shown it once, {@code whsec_…}} */
  String of(String webhookId) {
    byte[] derived = kept.derive(PURPOSE + webhookId, inUse);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
  }

  /**
   * {@return the secret of a webhook that is there}
   *
   * @throws IllegalStateException if this node would derive another than its holder was shown
   */
  String of(WebhookRow webhook) {
    var secret = of(webhook.id());
    if (!sha256(secret).equals(webhook.secretSha256())) {
      throw new IllegalStateException(
          "This node's secret of webhooks is not that of the other nodes: copy data/keys from"
              + " them.");
    }
    return secret;
  }

  static String sha256(String secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * {@return HMAC-SHA256 of the body under the whole secret as shown, in lower-case hexadecimal}
   */
  static String hmac(String secret, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
