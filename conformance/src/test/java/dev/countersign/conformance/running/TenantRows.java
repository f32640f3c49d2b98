package dev.countersign.conformance.running;

import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scopes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The rows that a tenant begins with. Signing up takes a person who reads mail, so they are written
 * here, as the first start writes the first tenant's.
 */
public final class TenantRows {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ULID_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final TestDatabase database;
  private final String tenant = "ten_" + ulid();

  public TenantRows(TestDatabase database) {
    this.database = database;
    database.execute(
        "INSERT INTO tenants (id, name, operator_slug, verified_operator, suspended, created_at,"
            + " version) VALUES (?, 'Other', 'other', FALSE, FALSE, 1, 1)",
        tenant);
  }

  /** Somebody who acts in the tenant: the kernel's number, the public id and the address. */
  public record Somebody(Principal who, String id, String address) {}

  /** A key with its secret. */
  public record Credential(String id, String secret) {}

  public String tenant() {
    return tenant;
  }

  public Somebody somebody(Role role) {
    long no = number();
    var id = role.wire() + "_" + ulid();
    var address = id.toLowerCase(Locale.ROOT) + "@other.example";
    database.execute(
        "INSERT INTO principals (no, id, tenant_id, role, name, address, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, 1)",
        no,
        id,
        tenant,
        role.name(),
        role.name(),
        address);
    return new Somebody(new Principal(role, no), id, address);
  }

  public void overseer(Somebody person) {
    database.execute("UPDATE tenants SET overseer_no = ? WHERE id = ?", person.who().id(), tenant);
  }

  public Credential key(Somebody holder, Somebody maker, Scopes scopes) {
    var random = new byte[32];
    RANDOM.nextBytes(random);
    var secret = "mm_live_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    var id = "key_" + ulid();
    database.execute(
        "INSERT INTO api_keys (no, id, tenant_id, name, prefix, secret_sha256, holder_no,"
            + " maker_no, scope_read, scope_send, scope_oversight, scope_admin, live,"
            + " created_at, version) VALUES (?, ?, ?, 'other', ?, ?, ?, ?, ?, ?, ?, ?, TRUE,"
            + " 1, 1)",
        number(),
        id,
        tenant,
        secret.substring(0, 12),
        sha256(secret),
        holder.who().id(),
        maker.who().id(),
        scopes.read(),
        scopes.send(),
        scopes.oversight(),
        scopes.admin());
    return new Credential(id, secret);
  }

  /** A mailbox by its id and its address. */
  public record Box(String id, String address) {}

  /** A new gated_send mailbox whose overseer is this person. */
  public Box mailbox(Somebody overseer) {
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
        overseer.who().id());
    return new Box(box, address);
  }

  private long number() {
    return database.count("SELECT nextval('numbers')");
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
