package dev.countersign.kernel;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a credential allows. */
public record Scopes(boolean read, boolean send, boolean oversight, boolean admin) {
  public static final Scopes NONE = new Scopes(false, false, false, false);

  public static Scopes of(Set<Scope> scopes) {
    return new Scopes(
        scopes.contains(Scope.READ),
        scopes.contains(Scope.SEND),
        scopes.contains(Scope.OVERSIGHT),
        scopes.contains(Scope.ADMIN));
  }

  /** {@return the same as a set, in the order of {@link Scope}} */
  public Set<Scope> set() {
    Set<Scope> set = EnumSet.noneOf(Scope.class);
    if (read) {
      set.add(Scope.READ);
    }
    if (send) {
      set.add(Scope.SEND);
    }
    if (oversight) {
      set.add(Scope.OVERSIGHT);
    }
    if (admin) {
      set.add(Scope.ADMIN);
    }
    return Collections.unmodifiableSet(set);
  }
}
