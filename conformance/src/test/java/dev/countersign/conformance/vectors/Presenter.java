package dev.countersign.conformance.vectors;

import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scopes;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and the key presented.
 *
 * @param key none of the clock's and its like's, and none where no such row is there
 */
record Presenter(Principal who, @Nullable Key key) {
  static Presenter read(String text) {
    String[] words = text.split(" ", -1);
    return new Presenter(
        RowText.principal(words[0]), words.length == 1 ? null : RowText.key(words[1]));
  }

  /** Whoever presents a key that is not there is allowed what a revoked one allows: nothing. */
  Caller caller() {
    if (key != null) {
      return Caller.presenting(who, key);
    }
    return Role.CLOCK.compareTo(who.role()) <= 0 && who.id() == 0
        ? Caller.system(who.role())
        : Caller.presenting(who, new Key(who, who, Scopes.NONE, false));
  }

  /** The place at which the tables put the presented key. */
  Rows enter(Rows rows) {
    return key == null ? rows : rows.with(5, key);
  }
}
