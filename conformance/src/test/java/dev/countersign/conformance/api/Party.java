package dev.countersign.conformance.api;

import dev.countersign.conformance.running.TenantRows;
import dev.countersign.conformance.running.TestDatabase;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scope;
import dev.countersign.kernel.Scopes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A tenant of its own, with a key of every kind.
 *
 * @param canary a word that nobody else may be shown
 */
record Party(
    String tenant,
    String mailbox,
    String address,
    String overseer,
    String canary,
    Map<Kind, String> keys,
    Pool pool) {

  /** A kind of key: who holds it, and what it allows. */
  enum Kind {
    AGENT_READ(Role.AGENT, Scope.READ),
    AGENT_SEND(Role.AGENT, Scope.SEND),
    AGENT_ADMIN(Role.AGENT, Scope.ADMIN),
    AGENT(Role.AGENT, Scope.READ, Scope.SEND),
    PERSON_READ(Role.PERSON, Scope.READ),
    PERSON_OVERSIGHT(Role.PERSON, Scope.OVERSIGHT),
    PERSON(Role.PERSON, Scope.READ, Scope.OVERSIGHT),
    OPERATOR_READ(Role.OPERATOR, Scope.READ),
    OPERATOR_ADMIN(Role.OPERATOR, Scope.ADMIN),
    OPERATOR(Role.OPERATOR, Scope.READ, Scope.SEND, Scope.ADMIN);

    private final Role role;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes no others.
    private final Set<Scope> scopes;

    Kind(Role role, Scope... scopes) {
      this.role = role;
      this.scopes = Set.of(scopes);
    }

    /** {@return whether the description opens an operation to such keys} */
    boolean allowed(Described.Operation operation) {
      var node = operation.node();
      if (node.path("x-operators-only").asBoolean() && role != Role.OPERATOR) {
        return false;
      }
      return node.path("security").findValues("key").stream()
          .anyMatch(
              any ->
                  any.isEmpty()
                      || scopes.stream()
                          .anyMatch(scope -> any.path(0).asText().equals(scope.wire())));
    }

    private TenantRows.Somebody held(
        TenantRows.Somebody operator, TenantRows.Somebody agent, TenantRows.Somebody person) {
      if (role == Role.OPERATOR) {
        return operator;
      }
      return role == Role.AGENT ? agent : person;
    }

    private Scopes kernel() {
      return new Scopes(
          scopes.contains(Scope.READ),
          scopes.contains(Scope.SEND),
          scopes.contains(Scope.OVERSIGHT),
          scopes.contains(Scope.ADMIN));
    }
  }

  static Party in(TestDatabase database, String canary) {
    var rows = new TenantRows(database);
    var operator = rows.somebody(Role.OPERATOR);
    var agent = rows.somebody(Role.AGENT);
    var person = rows.somebody(Role.PERSON);
    rows.overseer(person);
    var box = rows.mailbox(person);
    var pool = new Pool();
    Map<Kind, String> keys = new LinkedHashMap<>();
    for (var kind : List.of(Kind.values())) {
      var key = rows.key(kind.held(operator, agent, person), operator, kind.kernel());
      pool.bar(key.id());
      keys.put(kind, key.secret());
    }
    pool.add("mbx", box.id());
    return new Party(rows.tenant(), box.id(), box.address(), person.address(), canary, keys, pool);
  }

  String key(Kind kind) {
    return Objects.requireNonNull(keys.get(kind));
  }
}
