package dev.countersign.conformance.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all nodes share: committed rows, who has locked which, and what has been seen from outside.
 */
final class Store {
  /** Where a row is. */
  record Place(Class<?> table, Object id) {}

  private final Map<Class<?>, Map<Place, @Nullable Object[]>> tables = new HashMap<>();
  final Map<Place, Session> owners = new HashMap<>();
  final Map<Place, Set<Session>> sharers = new HashMap<>();
  final List<Seen> chronicle = new ArrayList<>();
  final Faults faults;
  final Baton baton;
  long conflicts;

  Store(Faults faults, Baton baton) {
    this.faults = faults;
    this.baton = baton;
  }

  /** Before anybody acts. */
  void found(Object entity) {
    var columns = Columns.of(entity.getClass());
    put(new Place(entity.getClass(), columns.id(entity)), columns.row(entity));
  }

  /** The committed rows of a table, oldest first. */
  List<Place> table(Class<?> table) {
    return List.copyOf(rows(table).keySet());
  }

  @Nullable Object @Nullable [] row(Place place) {
    return rows(place.table()).get(place);
  }

  void put(Place place, @Nullable Object[] row) {
    rows(place.table()).put(place, row);
  }

  void delete(Place place) {
    rows(place.table()).remove(place);
  }

  private Map<Place, @Nullable Object[]> rows(Class<?> table) {
    return tables.computeIfAbsent(table, none -> new LinkedHashMap<>());
  }

  /** A committed row as an object, for who looks on from outside. */
  <T> T object(Class<T> table, Object id) {
    var columns = Columns.of(table);
    var object = columns.blank();
    columns.fill(object, Objects.requireNonNull(row(new Place(table, id))), this::object);
    return table.cast(object);
  }

  /** Has the row alone for this session, waiting for those who have it. */
  void lock(Place place, Session session) {
    while (taken(place, session)) {
      baton.waitFor(place.toString());
    }
    owners.put(place, session);
  }

  private boolean taken(Place place, Session session) {
    var owner = owners.get(place);
    var others = sharers.getOrDefault(place, Set.of());
    return (owner != null && owner != session)
        || others.stream().anyMatch(sharer -> sharer != session);
  }

  void share(Place place, Session session) {
    if (faults.settingsMayChange()) {
      return;
    }
    while (owners.get(place) != null && owners.get(place) != session) {
      baton.waitFor(place.toString());
    }
    sharers.computeIfAbsent(place, none -> new HashSet<>()).add(session);
  }

  void release(Session session) {
    owners.values().removeIf(owner -> owner == session);
    sharers.values().forEach(set -> set.remove(session));
    baton.released();
  }
}
