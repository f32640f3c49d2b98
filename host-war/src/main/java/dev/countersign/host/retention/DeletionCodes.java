package dev.countersign.host.retention;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Codes that go to the overseer and come back with the call that deletes an account. */
@ApplicationScoped
public class DeletionCodes {
  // Without letters and digits that look alike.
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int GROUPS = 3;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  @PersistenceContext EntityManager rows;
  @Inject Limits limits;

  /** How long to wait for another code; empty if one may be made now. */
  public Optional<Duration> wait(String tenantId, long now) {
    return found(tenantId)
        .map(row -> row.askedAt() + limits.value(Limit.DELETION_CODE_PAUSE_MS) - now)
        .filter(left -> left > 0)
        .map(Duration::ofMillis);
  }

  /** A new code in place of any other, such as {@code A7XK-29KM-PQRS}. */
  public String make(String tenantId, long now) {
    var code = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      code.append(i > 0 && i % GROUP == 0 ? "-" : "");
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    var row =
        found(tenantId)
            .orElseGet(
                () -> {
                  var added = new DeletionCodeRow(tenantId);
                  rows.persist(added);
                  return added;
                });
    row.become(sha256(code.toString()), now, now + limits.value(Limit.DELETION_CODE_MS));
    return code.toString();
  }

  /** Is there a code that somebody could present? */
  public boolean pending(String tenantId, long now) {
    return found(tenantId).filter(row -> good(row, now)).isPresent();
  }

  /** Compares in constant time, and counts the try. */
  public boolean matches(String tenantId, String presented, long now) {
    var row = found(tenantId).filter(each -> good(each, now));
    row.ifPresent(DeletionCodeRow::tried);
    return row.filter(
            each ->
                MessageDigest.isEqual(
                    bytes(each.secretSha256()),
                    bytes(sha256(presented.strip().toUpperCase(Locale.ROOT)))))
        .isPresent();
  }

  private boolean good(DeletionCodeRow row, long now) {
    return now < row.expiresAt() && row.tries() < limits.value(Limit.DELETION_CODE_TRIES_COUNT);
  }

  private Optional<DeletionCodeRow> found(String tenantId) {
    return Optional.ofNullable(rows.find(DeletionCodeRow.class, tenantId));
  }

  private static String sha256(String code) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(code)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
