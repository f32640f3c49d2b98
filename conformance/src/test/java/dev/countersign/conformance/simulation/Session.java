package dev.countersign.conformance.simulation;

import dev.countersign.conformance.simulation.Store.Place;
import dev.countersign.host.ledger.LedgerRow;
import dev.countersign.host.messages.MessageRow;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One transaction: what it has loaded, and what it has written and nobody else sees yet. */
final class Session {
  private static final Object AS_IT_IS = new Object();

  private final Store store;
  private final Map<Place, Object> objects = new LinkedHashMap<>();
  private final Map<Place, @Nullable Object[]> loaded = new LinkedHashMap<>();
  private final Map<Place, @Nullable Object[]> written = new LinkedHashMap<>();
  private final List<Place> removed = new ArrayList<>();
  private final List<Place> deleted = new ArrayList<>();
  private boolean ended;

  /** A transaction sees one time. */
  final long begun;

  Session(Store store, long begun) {
    this.store = store;
    this.begun = begun;
  }

  @Nullable Object find(Class<?> table, Object id) {
    store.baton.pause("read " + table.getSimpleName());
    return object(table, id);
  }

  private @Nullable Object object(Class<?> table, Object id) {
    var place = new Place(table, id);
    if (removed.contains(place) || deleted.contains(place)) {
      return null;
    }
    var known = objects.get(place);
    return known != null ? known : load(place);
  }

  private @Nullable Object load(Place place) {
    var row = store.row(place);
    if (row == null) {
      return null;
    }
    var columns = Columns.of(place.table());
    var object = Objects.requireNonNullElseGet(objects.get(place), columns::blank);
    objects.put(place, object);
    loaded.put(place, row);
    columns.fill(object, row, (table, id) -> Objects.requireNonNull(object(table, id)));
    return object;
  }

  /** Waits for the row, and reads it as it is then. */
  @Nullable Object held(Class<?> table, Object id) {
    store.baton.pause("lock " + table.getSimpleName());
    var place = new Place(table, id);
    if (store.row(place) == null) {
      return object(table, id);
    }
    store.lock(place, this);
    return load(place);
  }

  void share(Class<?> table, Object id) {
    store.baton.pause("share " + table.getSimpleName());
    store.share(new Place(table, id), this);
  }

  void add(Object entity) {
    objects.put(new Place(entity.getClass(), Columns.of(entity.getClass()).id(entity)), entity);
  }

  /** The same, in place of a row that may be there already. */
  void merge(Object entity) {
    var place = new Place(entity.getClass(), Columns.of(entity.getClass()).id(entity));
    var row = store.row(place);
    if (row != null) {
      loaded.put(place, row);
    }
    objects.put(place, entity);
  }

  void remove(Object entity) {
    removed.add(new Place(entity.getClass(), Columns.of(entity.getClass()).id(entity)));
  }

  /** Changes one row as an UPDATE statement does: nothing of it is loaded. */
  void change(Place place, @Nullable Object[] changes) {
    written.merge(place, changes, Session::over);
  }

  @Nullable Object[] unchanged(Class<?> table) {
    var nothing = new Object[Columns.of(table).row(Columns.of(table).blank()).length];
    Arrays.fill(nothing, AS_IT_IS);
    return nothing;
  }

  private static @Nullable Object[] over(@Nullable Object[] old, @Nullable Object[] next) {
    var both = old.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] = next[i] == AS_IT_IS ? both[i] : next[i];
    }
    return both;
  }

  void flush() {
    for (var entry : List.copyOf(objects.entrySet())) {
      if (!removed.contains(entry.getKey())) {
        flush(entry.getKey(), entry.getValue());
      }
    }
    for (var place : removed) {
      store.lock(place, this);
      deleted.add(place);
      objects.remove(place);
    }
    removed.clear();
  }

  private void flush(Place place, Object object) {
    var columns = Columns.of(place.table());
    var now = columns.row(object);
    var before = loaded.get(place);
    if (before == null) {
      insert(place, now);
      return;
    }
    var changes = now.clone();
    boolean dirty = false;
    for (int i = 0; i < now.length; i++) {
      if (columns.same(i, before[i], now[i])) {
        changes[i] = AS_IT_IS;
      } else {
        dirty = true;
      }
    }
    if (dirty) {
      update(place, object, before, changes);
    }
  }

  private void insert(Place place, @Nullable Object[] now) {
    store.baton.pause("insert " + place.table().getSimpleName());
    store.lock(place, this);
    if (store.row(place) != null) {
      throw new PersistenceException(new SQLException("the row is there already", "23505"));
    }
    loaded.put(place, now);
    written.put(place, now);
  }

  private void update(
      Place place, Object object, @Nullable Object[] before, @Nullable Object[] changes) {
    var columns = Columns.of(place.table());
    store.baton.pause("update " + place.table().getSimpleName());
    store.lock(place, this);
    if (columns.version >= 0) {
      var there = store.row(place);
      long seen = (long) Objects.requireNonNull(before[columns.version]);
      boolean mine = written.containsKey(place);
      boolean moved =
          there == null || (long) Objects.requireNonNull(there[columns.version]) != seen;
      if (moved && !mine && !store.faults.versionsIgnored()) {
        store.conflicts++;
        throw new OptimisticLockException("somebody was faster");
      }
      changes[columns.version] = seen + 1;
      columns.setVersion(object, seen + 1);
    }
    loaded.put(place, columns.row(object));
    change(place, changes);
  }

  /** All of it at once. */
  void commit() {
    flush();
    store.baton.pause("commit");
    if (store.faults.writesLate() && begins()) {
      store.baton.current().late = this;
    } else {
      write();
    }
  }

  private boolean begins() {
    return objects.values().stream()
        .anyMatch(
            object -> object instanceof LedgerRow row && row.action().equals("begin_dispatch"));
  }

  /** What a commit does, once and in one piece. */
  void write() {
    List<LedgerRow> entries = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    for (var entry : written.entrySet()) {
      var place = entry.getKey();
      var old = store.row(place);
      if (!deleted.contains(place)) {
        store.put(place, old == null ? entry.getValue() : over(old, entry.getValue()));
      }
      if (objects.get(place) instanceof LedgerRow row) {
        entries.add(row);
      } else if (place.table() == MessageRow.class) {
        messages.add((String) place.id());
      }
    }
    deleted.forEach(store::delete);
    if (!entries.isEmpty() || !messages.isEmpty()) {
      store.chronicle.add(new Seen.Committed(entries, messages));
    }
    end();
  }

  void rollback() {
    end();
  }

  private void end() {
    if (!ended) {
      ended = true;
      store.release(this);
    }
  }
}
