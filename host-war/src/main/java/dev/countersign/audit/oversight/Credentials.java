package dev.countersign.audit.oversight;

import dev.countersign.audit.Findings;
import dev.countersign.audit.Rule;
import dev.countersign.audit.entries.Actor;
import dev.countersign.audit.entries.CallerFacts;
import dev.countersign.audit.entries.Entry;
import dev.countersign.audit.entries.KeyFacts;
import dev.countersign.audit.entries.Step;
import dev.countersign.audit.entries.Step.KeyAsk;
import dev.countersign.audit.entries.Step.MessageAsk;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scope;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The API keys as last recorded, and who has which number. */
final class Credentials {
  private static final Set<Role> HOLDERS = EnumSet.of(Role.AGENT, Role.PERSON, Role.OPERATOR);

  private final Map<String, KeyFacts> keys = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final Before before;

  Credentials(Before before) {
    this.before = before;
  }

  /** Was the caller allowed what the step says it was? */
  void check(Entry entry, Step step, Findings findings) {
    // Of a founding there is no key yet to look at.
    if (step.caller().isEmpty()) {
      return;
    }
    Actor actor = entry.actor();
    CallerFacts caller = step.caller().get();
    if (actor.role().filter(HOLDERS::contains).isPresent()) {
      number(actor, findings);
      CallerFacts presenting = presenting(step, caller);
      actor.keyId().ifPresent(id -> first(id, presenting));
      Set<Scope> scopes = scopes(actor);
      if (!scopes.equals(presenting.scopes())
          || !actor.role().equals(Optional.of(presenting.role()))) {
        findings.add(Rule.SCOPES_DIFFER, "the key presented allowed " + scopes + " then");
      }
    } else if (!caller.scopes().isEmpty()) {
      findings.add(Rule.SCOPES_DIFFER, "a part of the server presents no key");
    }
  }

  /** Mail from outside is handed in by an operator, for the mail server. */
  private static CallerFacts presenting(Step step, CallerFacts caller) {
    return step instanceof Step.OnMessage on
            && on.ask() instanceof MessageAsk.Receive(var arrival, var taken, var handedInBy)
        ? handedInBy.orElse(caller)
        : caller;
  }

  /** A key from before the log is first seen when it is presented. */
  private void first(String id, CallerFacts presenting) {
    if (!keys.containsKey(id) && before.takes()) {
      var holder = new Principal(presenting.role(), presenting.no());
      keys.put(id, new KeyFacts(holder, holder, presenting.scopes(), true));
    }
  }

  private void number(Actor actor, Findings findings) {
    Long no = actor.no().orElse(0L);
    Long before = numbers.putIfAbsent(actor.id(), no);
    if (before != null && !before.equals(no)) {
      findings.add(Rule.ACTOR_DIFFERS, actor.id() + " had another number before");
    }
  }

  private Set<Scope> scopes(Actor actor) {
    return actor
        .keyId()
        .map(keys::get)
        .filter(KeyFacts::live)
        .filter(key -> Optional.of(key.holder().role()).equals(actor.role()))
        .filter(key -> Optional.of(key.holder().id()).equals(actor.no()))
        .map(KeyFacts::scopes)
        .orElse(Set.of());
  }

  /** A call on a key. */
  void key(long index, Entry entry, Step.OnKey on, Findings findings) {
    String id = entry.object().orElse("");
    if (on.before().isPresent() && unseen(id)) {
      keys.put(id, on.before().get());
    }
    KeyFacts held = keys.get(id);
    if (on.ask() instanceof KeyAsk.Found && index != 0) {
      findings.add(Rule.NO_ESCALATION_TO_SELF_APPROVAL, "a tenant is founded once, at its start");
    }
    boolean broken =
        on.before().isPresent()
            ? held == null || !same(held, on.before().get())
            : held != null && entry.allowed();
    if (broken) {
      findings.add(Rule.STATE_BROKEN, "before this call the key was not as last recorded");
    }
    if (entry.allowed()) {
      KeyFacts after = on.after().orElseThrow();
      keys.put(id, after);
      escalation(on, after, findings);
    }
  }

  private boolean unseen(String id) {
    return !keys.containsKey(id) && before.takes();
  }

  /** Who made a key that was only presented is not known. */
  private boolean same(KeyFacts held, KeyFacts shown) {
    return held.equals(shown)
        || (before.older()
            && held.holder().equals(shown.holder())
            && held.scopes().equals(shown.scopes())
            && held.live() == shown.live());
  }

  /** Counted plainly: no key both writes and decides, and only operators hand out authority. */
  private static void escalation(Step.OnKey on, KeyFacts after, Findings findings) {
    if (after.escalates()) {
      findings.add(
          Rule.NO_ESCALATION_TO_SELF_APPROVAL, "the key can decide, and is not for that alone");
    }
    boolean operator = on.caller().map(CallerFacts::operator).orElse(true);
    Set<Scope> gained = EnumSet.noneOf(Scope.class);
    gained.addAll(after.scopes());
    on.before().ifPresent(before -> gained.removeAll(before.scopes()));
    if (!operator && (gained.contains(Scope.OVERSIGHT) || gained.contains(Scope.ADMIN))) {
      findings.add(Rule.NO_ESCALATION_TO_SELF_APPROVAL, "authority was handed out by no operator");
    }
  }
}
