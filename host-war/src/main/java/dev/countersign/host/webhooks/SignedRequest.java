package dev.countersign.host.webhooks;

import dev.countersign.host.identity.SigningKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The headers of one delivery: the HMAC that clients of this wire format know, and beside it an
 * HTTP Message Signature (RFC 9421, ECDSA P-256) by the tenant's published key, which proves the
 * origin to third parties too.
 */
final class SignedRequest {
  static final String HMAC = "X-MultiMail-Signature";
  static final String EVENT_ID = "X-Countersign-Event-Id";
  static final String CONTENT_TYPE = "application/json";

  private static final String COVERED =
      "(\"@method\" \"@target-uri\" \"content-type\" \"content-digest\" \"x-countersign-event-id\")";

  private SignedRequest() {}

  static Map<String, String> headers(
      URI url, String eventId, byte[] body, String secret, SigningKey key, Instant now) {
    var digest = "sha-256=:" + base64(sha256(body)) + ":";
    var parameters =
        COVERED
            + String.format(
                Locale.ROOT,
                ";created=%d;keyid=\"%s\";alg=\"ecdsa-p256-sha256\"",
                now.getEpochSecond(),
                key.jwk().kid());
    // RFC 9421, section 2.5: one line for each covered component, the parameters last.
    var signed =
        "\"@method\": POST\n"
            + ("\"@target-uri\": " + url + "\n")
            + ("\"content-type\": " + CONTENT_TYPE + "\n")
            + ("\"content-digest\": " + digest + "\n")
            + ("\"x-countersign-event-id\": " + eventId + "\n")
            + ("\"@signature-params\": " + parameters);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(EVENT_ID, eventId);
    headers.put(HMAC, WebhookSecrets.hmac(secret, body));
    headers.put("Content-Digest", digest);
    headers.put("Signature-Input", "countersign=" + parameters);
    var signature = key.signedP1363(signed.getBytes(StandardCharsets.US_ASCII));
    headers.put("Signature", "countersign=:" + base64(signature) + ":");
    return headers;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
