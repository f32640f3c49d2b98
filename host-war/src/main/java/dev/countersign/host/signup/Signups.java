package dev.countersign.host.signup;

import dev.countersign.host.ids.SignupId;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.RandomToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Wishes for accounts in the database, and the codes that fulfil them. */
@ApplicationScoped
public class Signups {
  @PersistenceContext EntityManager rows;
  @Inject SignupSecret secret;
  @Inject Limits limits;

  /** A wish with what goes to whoever asked, or to the person: it is shown this once. */
  public record Made(SignupRow row, String secret) {}

  /** In place of what the same address asked for before; its code is to go to that address. */
  public Made add(SignupRow.Wish wish, long now) {
    forgetOpen(wish.email(), now);
    var code = SignupCode.mint();
    var row =
        new SignupRow(
            SignupId.mint(),
            wish,
            secret.mac(SignupSecret.Purpose.CODE, code.text()),
            now + limits.value(Limit.SIGNUP_CODE_MS));
    rows.persist(row);
    return new Made(row, code.toString());
  }

  /** A wish of an agent's own, with the token that is the agent's part of the claim. */
  public Made addClaim(SignupRow.Wish wish, long now) {
    var token = RandomToken.mint();
    var row =
        new SignupRow(SignupId.mint(), wish, token.sha256(), now + limits.value(Limit.CLAIM_MS));
    rows.persist(row);
    return new Made(row, token.text());
  }

  /** {@return what the link in the mail to the person ends with} */
  public String viewLink(SignupRow row) {
    var token = RandomToken.mint();
    row.viewedBy(token.sha256());
    return token.text();
  }

  /** The code is what tells whose wish it is. */
  public Optional<SignupRow> byCode(String presented, long now) {
    return SignupCode.parse(presented)
        .flatMap(code -> named(secret.mac(SignupSecret.Purpose.CODE, code.text())))
        .filter(row -> row.open(now));
  }

  /** Whatever has become of it. */
  public Optional<SignupRow> byClaim(String token) {
    return named(RandomToken.sha256(token));
  }

  public Optional<SignupRow> byViewLink(String token, long now) {
    return rows.createQuery("SELECT s FROM SignupRow s WHERE s.viewSha256 = :view", SignupRow.class)
        .setParameter("view", RandomToken.sha256(token))
        .getResultStream()
        .findFirst()
        .filter(row -> row.open(now));
  }

  /** {@return the six digits that the person behind a claim is shown} */
  public String digits(SignupRow row) {
    return secret.digits(row.id());
  }

  /** Counts the try, and compares in constant time; after too many no digits are right. */
  public boolean matches(SignupRow row, String presented) {
    return row.tried() <= limits.value(Limit.CLAIM_TRIES_COUNT)
        && SignupSecret.same(digits(row), presented);
  }

  /** {@return the code that counts from now on, for whoever lost theirs} */
  public Optional<Made> renewed(String email, long now) {
    return latest(email, SignupRow.Kind.PAGE)
        .filter(row -> row.open(now))
        .map(
            row -> {
              var code = SignupCode.mint();
              row.renew(
                  secret.mac(SignupSecret.Purpose.CODE, code.text()),
                  now + limits.value(Limit.SIGNUP_CODE_MS));
              return new Made(row, code.toString());
            });
  }

  /** The wish of this address that was fulfilled. */
  public Optional<SignupRow> fulfilled(String email) {
    return rows.createQuery(
            "SELECT s FROM SignupRow s WHERE s.email = :email AND s.tenantId IS NOT NULL"
                + " ORDER BY s.id DESC",
            SignupRow.class)
        .setParameter("email", email)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Is the name somebody else's, or about to be? */
  public boolean slugTaken(String slug, @Nullable String besides, String mailbox, long now) {
    return rows.createQuery(
                    "SELECT COUNT(s) FROM SignupRow s WHERE s.slug = :slug AND s.tenantId IS NULL"
                        + " AND s.expiresAt > :now AND s.email <> :besides",
                    Long.class)
                .setParameter("slug", slug)
                .setParameter("now", now)
                .setParameter("besides", besides == null ? "" : besides)
                .getSingleResult()
            > 0
        || rows.createQuery(
                    "SELECT COUNT(m) FROM MailboxRow m WHERE m.address = :address", Long.class)
                .setParameter("address", mailbox)
                .getSingleResult()
            > 0
        || rows.createQuery(
                    "SELECT COUNT(t) FROM TenantRow t WHERE t.operatorSlug = :slug", Long.class)
                .setParameter("slug", slug)
                .getSingleResult()
            > 0;
  }

  private Optional<SignupRow> latest(String email, SignupRow.Kind kind) {
    return rows.createQuery(
            "SELECT s FROM SignupRow s WHERE s.email = :email AND s.kind = :kind"
                + " AND s.tenantId IS NULL ORDER BY s.id DESC",
            SignupRow.class)
        .setParameter("email", email)
        .setParameter("kind", kind)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  // Held, so that of two calls with one secret the second sees what became of it.
  private Optional<SignupRow> named(String mac) {
    return rows.createQuery("SELECT s FROM SignupRow s WHERE s.secretMac = :mac", SignupRow.class)
        .setParameter("mac", mac)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  private void forgetOpen(String email, long now) {
    rows.createQuery(
            "DELETE FROM SignupRow s WHERE s.tenantId IS NULL"
                + " AND (s.expiresAt <= :now OR (s.email = :email AND s.kind = :page))")
        .setParameter("now", now)
        .setParameter("email", email)
        .setParameter("page", SignupRow.Kind.PAGE)
        .executeUpdate();
  }
}
