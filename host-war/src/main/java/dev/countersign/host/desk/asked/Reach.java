package dev.countersign.host.desk.asked;

import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Scope;
import dev.countersign.kernel.Sight;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a credential can be good for at all, whatever it is about: the kernel's answers. A call that
 * one of them covers may still be refused for what it is about.
 */
public enum Reach {
  ANYTHING("any scope", caller -> !caller.scopes().set().isEmpty()),
  READ_MAIL("read, or oversight", caller -> sees(caller, Sight.INBOX)),
  SEE_MAILBOXES("read, oversight or admin", caller -> sees(caller, Sight.MAILBOXES)),
  WRITE_MAIL("send", caller -> caller.scopes().set().contains(Scope.SEND)),
  ANNOTATE("send, or an operator's admin", caller -> allowed(Authority.annotate(caller))),
  DECIDE("oversight", caller -> sees(caller, Sight.PENDING)),
  ADMINISTER("admin", caller -> sees(caller, Sight.KEYS)),
  SEE_LEDGER("admin", caller -> sees(caller, Sight.LEDGER));

  private final String needed;

  @SuppressWarnings("ImmutableEnumChecker") // The tests hold nothing.
  private final Predicate<Caller> test;

  Reach(String needed, Predicate<Caller> test) {
    this.needed = needed;
    this.test = test;
  }

  public static Set<Reach> of(Caller caller) {
    var reached = EnumSet.noneOf(Reach.class);
    for (var each : values()) {
      if (each.test.test(caller)) {
        reached.add(each);
      }
    }
    return reached;
  }

  /** {@return the scopes in words, for whoever lacks them} */
  public String needed() {
    return needed;
  }

  private static boolean sees(Caller caller, Sight sight) {
    return allowed(Authority.look(caller, sight));
  }

  private static boolean allowed(Decision<Boolean> decision) {
    return decision instanceof Decision.Allowed<Boolean>;
  }
}
