package dev.countersign.conformance.simulation;

import dev.countersign.conformance.simulation.Store.Place;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.outbox.OutboxRow;
import dev.countersign.host.outbox.OwedWork;
import dev.countersign.kernel.Status;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the host's statements mean, by their text; one that is not here stops the simulation. */
final class Statements {
  private static final Columns OUTBOX = Columns.of(OutboxRow.class);
  private static final int WORK = OUTBOX.at("work");
  private static final int DUE = OUTBOX.at("dueAt");
  private static final int UNTIL = OUTBOX.at("leaseUntil");
  private static final int OWNER = OUTBOX.at("leaseOwner");
  private static final int TRIES = OUTBOX.at("tries");

  private final Store store;
  private final Session session;
  private final Map<String, Object> given;

  Statements(Store store, Session session, Map<String, Object> given) {
    this.store = store;
    this.session = session;
    this.given = given;
  }

  /** The rows or values that a SELECT finds. */
  List<?> select(String text) {
    session.flush();
    store.baton.pause("select");
    if (text.startsWith("SELECT o.messageId FROM OutboxRow o WHERE o.dueAt <= :now AND")) {
      return due();
    }
    if (text.startsWith("SELECT m FROM MailboxRow m WHERE m.tenantId = :tenant AND m.id = :key")) {
      return find(
          MailboxRow.class,
          row -> row.id().equals(given.get("key")) && row.tenantId().equals(given.get("tenant")));
    }
    if (text.startsWith("SELECT m FROM MessageRow m WHERE m.status = :queued AND m.mailbox =")) {
      return find(
          MessageRow.class,
          row ->
              row.mailbox().equals(given.get("place")) && row.message().status() == Status.QUEUED);
    }
    if (text.startsWith(
        "SELECT s FROM SuppressionRow s WHERE s.tenantId = :tenant AND s.address")) {
      return List.of();
    }
    throw new UnsupportedOperationException(text);
  }

  private List<String> due() {
    var kinds = (Collection<?>) Objects.requireNonNull(given.get("kinds"));
    return store.table(OutboxRow.class).stream()
        .filter(place -> number(place, DUE) <= now() && number(place, UNTIL) <= now())
        .filter(place -> kinds.contains(cell(place, WORK)))
        .sorted(Comparator.comparingLong(place -> number(place, DUE)))
        .map(place -> (String) place.id())
        .toList();
  }

  private <T> List<T> find(Class<T> table, Predicate<T> wanted) {
    return store.table(table).stream()
        .map(place -> table.cast(Objects.requireNonNull(session.find(table, place.id()))))
        .filter(wanted)
        .toList();
  }

  /** Carries an UPDATE out and counts the rows. */
  int update(String text) {
    session.flush();
    store.baton.pause("update OutboxRow");
    if (text.startsWith("UPDATE OutboxRow o SET o.leaseUntil = :until, o.leaseOwner = :node")) {
      return update(
          place ->
              mine(place)
                  && number(place, UNTIL) <= now()
                  && number(place, DUE) <= now()
                  && Objects.equals(cell(place, WORK), given.get("work"))
                  && Objects.equals(cell(place, TRIES), given.get("tries")),
          row -> {
            row[UNTIL] = given.get("until");
            row[OWNER] = given.get("node");
            row[TRIES] = (int) Objects.requireNonNull(given.get("tries")) + 1;
          });
    }
    if (text.startsWith("UPDATE OutboxRow o SET o.leaseUntil = 0, o.leaseOwner = NULL")) {
      return update(
          place ->
              mine(place)
                  && Objects.equals(cell(place, OWNER), given.get("node"))
                  && Objects.equals(cell(place, WORK), given.get("work")),
          row -> {
            row[UNTIL] = 0L;
            row[OWNER] = null;
            row[DUE] = given.get("due");
          });
    }
    if (text.startsWith("UPDATE OutboxRow o SET o.dueAt = :now WHERE o.work = :dispatch")) {
      return update(
          place -> cell(place, WORK) == OwedWork.DISPATCH && number(place, DUE) > now(),
          row -> row[DUE] = now());
    }
    if (text.startsWith("UPDATE OutboxRow o SET o.leaseUntil = 0 WHERE o.leaseOwner = :node")) {
      return update(
          place -> Objects.equals(cell(place, OWNER), given.get("node")), row -> row[UNTIL] = 0L);
    }
    throw new UnsupportedOperationException(text);
  }

  /** Which rows are meant is decided again once each is held, as databases do. */
  private int update(Predicate<Place> wanted, Consumer<@Nullable Object[]> change) {
    int changed = 0;
    for (var place : store.table(OutboxRow.class).stream().filter(wanted).toList()) {
      store.lock(place, session);
      if (store.row(place) != null && wanted.test(place)) {
        var changes = session.unchanged(OutboxRow.class);
        change.accept(changes);
        session.change(place, changes);
        changed++;
      }
    }
    return changed;
  }

  private boolean mine(Place place) {
    return place.id().equals(given.get("id"));
  }

  private long now() {
    return (long) Objects.requireNonNull(given.get("now"));
  }

  private @Nullable Object cell(Place place, int column) {
    return Objects.requireNonNull(store.row(place))[column];
  }

  private long number(Place place, int column) {
    return (long) Objects.requireNonNull(cell(place, column));
  }
}
