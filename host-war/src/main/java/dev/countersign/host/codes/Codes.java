package dev.countersign.host.codes;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Code;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Presented;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Codes in the database. Of one act only the newest counts: another request takes its place. */
@ApplicationScoped
public class Codes {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  @PersistenceContext EntityManager rows;
  @Inject CodeSecrets secrets;
  @Inject Limits limits;

  /** A code that was made and stands nowhere yet. */
  public record Fresh(long no, String text, Digest secret) {}

  /** A code that somebody has come back with, right or wrong. */
  public final class Brought {
    private final CodeRow row;
    private final CodeText text;

    private Brought(CodeRow row, CodeText text) {
      this.row = row;
      this.text = text;
    }

    /** For the kernel, which says whether it fits. */
    public Presented.WithCode presented() {
      return new Presented.WithCode(row.code(), secrets.of(row.tenantId(), row.no(), text));
    }

    /** It let somebody do what it was for. */
    public void spend() {
      row.become(Authority.spent(row.code()));
    }

    /** It did not fit; not many more of these, and it is gone. */
    public void fail() {
      row.tried();
    }
  }

  public Fresh fresh(String tenantId, long no) {
    var text = CodeText.mint();
    return new Fresh(no, text.shown(), secrets.of(tenantId, no, text));
  }

  public void add(String tenantId, Digest act, Fresh fresh, Code code, long now) {
    rows.createQuery("DELETE FROM CodeRow c WHERE c.tenantId = :tenant AND c.expiresAt < :before")
        .setParameter("tenant", tenantId)
        .setParameter("before", now - HOUR)
        .executeUpdate();
    rows.persist(new CodeRow(fresh.no(), tenantId, act, code, now));
  }

  /** What was brought, where there is a code out for this act that it can be held against. */
  public Optional<Brought> brought(String tenantId, Digest act, String text, long now) {
    return newest(tenantId, act, 1).stream()
        .filter(row -> !row.code().used() && now < row.code().expires())
        .filter(row -> row.tries() < limits.value(Limit.CODE_TRIES_COUNT))
        .findFirst()
        .map(row -> new Brought(row, new CodeText(text)));
  }

  /** How long to wait before another may be asked for; empty if one may be now. */
  public Optional<Duration> wait(String tenantId, Digest act, long now) {
    int perAct = limits.count(Limit.CODES_PER_ACT_PER_HOUR_COUNT);
    int perTenant = limits.count(Limit.CODES_PER_TENANT_PER_HOUR_COUNT);
    return left(newest(tenantId, act, perAct), perAct, now)
        .or(() -> left(newest(tenantId, perTenant), perTenant, now));
  }

  private static Optional<Duration> left(List<CodeRow> newest, int most, long now) {
    return newest.size() < most
        ? Optional.empty()
        : Optional.of(newest.getLast().askedAt() + HOUR - now)
            .filter(millis -> millis > 0)
            .map(Duration::ofMillis);
  }

  private List<CodeRow> newest(String tenantId, Digest act, int most) {
    return rows.createQuery(
            "SELECT c FROM CodeRow c WHERE c.tenantId = :tenant AND c.act = :act"
                + " ORDER BY c.no DESC",
            CodeRow.class)
        .setParameter("tenant", tenantId)
        .setParameter("act", act.hex())
        .setMaxResults(most)
        .getResultList();
  }

  private List<CodeRow> newest(String tenantId, int most) {
    return rows.createQuery(
            "SELECT c FROM CodeRow c WHERE c.tenantId = :tenant ORDER BY c.no DESC", CodeRow.class)
        .setParameter("tenant", tenantId)
        .setMaxResults(most)
        .getResultList();
  }
}
