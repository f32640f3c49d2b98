package dev.countersign.audit.entries;

import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scope;
import dev.countersign.kernel.Scopes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who called, and what the presented credential allowed, as recorded. */
public record CallerFacts(Role role, long no, Set<Scope> scopes) {

  static CallerFacts of(Fields fields) throws Unreadable {
    var caller =
        new CallerFacts(
            fields.word("role", Role::ofWire), fields.number("no"), scopes(fields.list("scopes")));
    fields.end();
    return caller;
  }

  static Set<Scope> scopes(List<Object> words) throws Unreadable {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (Object word : words) {
      var scope = Scope.ofWire(String.valueOf(word));
      if (scope.isEmpty() || !scopes.add(scope.get())) {
        throw new Unreadable("\"" + word + "\" is no scope, or there twice");
      }
    }
    return scopes;
  }

  public boolean overseer() {
    return role == Role.PERSON && scopes.contains(Scope.OVERSIGHT);
  }

  public boolean operator() {
    return role == Role.OPERATOR && scopes.contains(Scope.ADMIN);
  }

  /**
   * {@return the same for the kernel}
   *
   * @throws IllegalArgumentException when nobody can be such a caller
   */
  public Caller kernel() {
    return switch (role) {
      case AGENT, PERSON, OPERATOR -> {
        var who = new Principal(role, no);
        yield Caller.presenting(who, new Key(who, who, Scopes.of(scopes), true));
      }
      case CLOCK, SCANNER, DISPATCHER, MAIL_SERVER -> {
        if (no != 0 || !scopes.isEmpty()) {
          throw new IllegalArgumentException("a part of the server has no number and no scopes");
        }
        yield Caller.system(role);
      }
    };
  }
}
