package dev.countersign.host.codes;

import dev.countersign.host.identity.KeptSecret;
import dev.countersign.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is stored of a code: HMAC-SHA256 under a secret that is kept outside the database. A code is
 * short, so whoever reads the rows could try every one against a plain hash; and because only such
 * values are ever compared, how long that takes tells nothing about a code.
 */
final class CodeSecrets {
  private static final String PURPOSE = "countersign-approval-code-v1\n";

  private final KeptSecret kept;
  private final BooleanSupplier inUse;

  CodeSecrets(KeptSecret kept, BooleanSupplier inUse) {
    this.kept = kept;
    this.inUse = inUse;
  }

  /** Of the code in the row with this number: the same characters elsewhere have another value. */
  Digest of(String tenantId, long no, CodeText code) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(kept.derive(PURPOSE + tenantId, inUse), "HmacSHA256"));
      return Digest.ofBytes(
          mac.doFinal((no + "\n" + code.plain()).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
