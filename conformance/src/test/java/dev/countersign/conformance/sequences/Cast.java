package dev.countersign.conformance.sequences;

import dev.countersign.conformance.running.TenantRows;
import dev.countersign.conformance.running.TenantRows.Somebody;
import dev.countersign.conformance.running.TestDatabase;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scopes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tenant of its own for one run: an operator, two agents of which one administers, and three
 * people who oversee, one of whom also writes. Keys go by a name for the reader, also those that
 * are handed out later.
 */
final class Cast {
  static final String OPERATOR = "operator";
  static final List<String> AGENTS = List.of("ann", "bo");
  static final List<String> PEOPLE = List.of("pia", "quinn", "ruth");
  static final String AUTHOR = "pia-writes";

  /** Presented as a key, and never handed out by anybody. */
  static final String STRANGER = "stranger";

  /**
   * A key that somebody holds.
   *
   * @param id as the API names it
   */
  record Held(String id, String secret, Somebody holder) {}

  private final TenantRows rows;
  private final Map<String, Held> held = new LinkedHashMap<>();
  private final Map<String, Key> founding = new LinkedHashMap<>();

  Cast(TestDatabase database) {
    rows = new TenantRows(database);
    var operator = rows.somebody(Role.OPERATOR);
    grant(OPERATOR, operator, operator, new Scopes(true, false, false, true));
    for (var name : AGENTS) {
      var agent = rows.somebody(Role.AGENT);
      grant(name, agent, operator, new Scopes(true, true, false, name.equals("bo")));
    }
    for (var name : PEOPLE) {
      grant(name, rows.somebody(Role.PERSON), operator, new Scopes(true, false, true, false));
    }
    grant(AUTHOR, overseer(), operator, new Scopes(true, true, false, false));
    rows.overseer(overseer());
  }

  private void grant(String name, Somebody holder, Somebody maker, Scopes scopes) {
    var key = rows.key(holder, maker, scopes);
    held.put(name, new Held(key.id(), key.secret(), holder));
    founding.put(key.id(), new Key(holder.who(), maker.who(), scopes, true));
  }

  String tenant() {
    return rows.tenant();
  }

  /** The keys that the tenant begins with, by their ids. */
  Map<String, Key> founding() {
    return Map.copyOf(founding);
  }

  /** Whose approval every mailbox asks for, and who is copied. */
  Somebody overseer() {
    return known(PEOPLE.getFirst()).holder();
  }

  /** A key that a call handed out. */
  void add(String name, Held key) {
    held.put(name, key);
  }

  @Nullable Held held(String name) {
    return held.get(name);
  }

  Held known(String name) {
    var key = held.get(name);
    if (key == null) {
      throw new IllegalArgumentException("nobody holds " + name);
    }
    return key;
  }

  List<String> names() {
    return List.copyOf(held.keySet());
  }

  /** The name under which a key of this id goes. */
  String nameOf(String keyId) {
    return held.entrySet().stream()
        .filter(each -> each.getValue().id().equals(keyId))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(keyId);
  }

  /** The public id of this principal, as answers and the ledger name it. */
  String idOf(Principal who) {
    return held.values().stream()
        .map(Held::holder)
        .filter(each -> each.who().equals(who))
        .map(Somebody::id)
        .findFirst()
        .orElseThrow();
  }

  String secret(String name) {
    return name.equals(STRANGER) ? "mm_live_" + "x".repeat(43) : known(name).secret();
  }
}
