package dev.countersign.audit.entries;

import dev.countersign.kernel.Key;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scope;
import dev.countersign.kernel.Scopes;
import java.util.Set;

/** A credential as recorded: what the kernel rules out is not ruled out yet. */
public record KeyFacts(Principal holder, Principal maker, Set<Scope> scopes, boolean live) {

  static KeyFacts of(Fields fields) throws Unreadable {
    var key =
        new KeyFacts(
            Values.principal(fields.object("holder")),
            Values.principal(fields.object("maker")),
            CallerFacts.scopes(fields.list("scopes")),
            fields.flag("live"));
    fields.end();
    return key;
  }

  /** One credential that both writes and decides, or decides for a program. */
  public boolean escalates() {
    return scopes.contains(Scope.OVERSIGHT)
        && (scopes.contains(Scope.SEND) || holder.role() != Role.PERSON);
  }

  /**
   * {@return the same for the kernel}
   *
   * @throws IllegalArgumentException when the kernel makes no such key
   */
  public Key kernel() {
    return new Key(holder, maker, Scopes.of(scopes), live);
  }
}
