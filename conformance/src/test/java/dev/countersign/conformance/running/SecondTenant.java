package dev.countersign.conformance.running;

import dev.countersign.kernel.Scope;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Another tenant on the same server. There is no call that makes one, so its rows are written here,
 * as the first start writes the first tenant's.
 */
public record SecondTenant(
    String agentKey,
    String oversightKey,
    String operatorKey,
    String mailboxId,
    String mailboxAddress) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ULID_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  public static SecondTenant in(TestDatabase database) {
    return new Rows(database).make();
  }

  private static final class Rows {
    private final TestDatabase database;
    private final String tenant = "ten_" + ulid();

    Rows(TestDatabase database) {
      this.database = database;
    }

    SecondTenant make() {
      database.execute(
          "INSERT INTO tenants (id, name, operator_slug, verified_operator, suspended, created_at,"
              + " version) VALUES (?, 'Other', 'other', FALSE, FALSE, 1, 1)",
          tenant);
      long operator = principal("OPERATOR");
      long agent = principal("AGENT");
      long person = principal("PERSON");
      database.execute("UPDATE tenants SET overseer_no = ? WHERE id = ?", person, tenant);
      var box = "mbx_" + ulid();
      var address = ulid().toLowerCase(Locale.ROOT) + "@other.example";
      database.execute(
          "INSERT INTO mailboxes (no, id, tenant_id, address, approver_no, mode,"
              + " required_approvals, risk_threshold, risk_checks, approval_lifetime, scheduling,"
              + " max_attempts, gate_timing, suspended, removed, ai_disclosure,"
              + " created_at, version) VALUES (?, ?, ?, ?, ?, 'GATED_SEND', 1, 700, TRUE,"
              + " 604800000, TRUE, 8, 'GATE_FIRST', FALSE, FALSE, TRUE, 1, 1)",
          number(),
          box,
          tenant,
          address,
          person);
      return new SecondTenant(
          key(agent, operator, Scope.SEND),
          key(person, operator, Scope.OVERSIGHT),
          key(operator, operator, Scope.ADMIN),
          box,
          address);
    }

    private long principal(String role) {
      long no = number();
      database.execute(
          "INSERT INTO principals (no, id, tenant_id, role, name, address, created_at)"
              + " VALUES (?, ?, ?, ?, ?, ?, 1)",
          no,
          role.toLowerCase(Locale.ROOT) + "_" + ulid(),
          tenant,
          role,
          role,
          role.toLowerCase(Locale.ROOT) + "@other.example");
      return no;
    }

    private String key(long holder, long maker, Scope scope) {
      var random = new byte[32];
      RANDOM.nextBytes(random);
      var secret = "mm_live_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      database.execute(
          "INSERT INTO api_keys (no, id, tenant_id, name, prefix, secret_sha256, holder_no,"
              + " maker_no, scope_read, scope_send, scope_oversight, scope_admin, live,"
              + " created_at, version) VALUES (?, ?, ?, 'other', ?, ?, ?, ?, ?, ?, ?, ?, TRUE,"
              + " 1, 1)",
          number(),
          "key_" + ulid(),
          tenant,
          secret.substring(0, 12),
          sha256(secret),
          holder,
          maker,
          scope == Scope.SEND,
          scope == Scope.SEND,
          scope == Scope.OVERSIGHT,
          scope == Scope.ADMIN);
      return secret;
    }

    private long number() {
      return database.count("SELECT nextval('numbers')");
    }
  }

  private static String sha256(String secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String ulid() {
    var text = new StringBuilder("0");
    while (text.length() < 26) {
      text.append(ULID_DIGITS.charAt(RANDOM.nextInt(ULID_DIGITS.length())));
    }
    return text.toString();
  }
}
