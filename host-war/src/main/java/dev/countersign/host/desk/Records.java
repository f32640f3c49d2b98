package dev.countersign.host.desk;

import dev.countersign.host.desk.asked.AskedOfTenant;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.function.Supplier;

/** How the desks for mailboxes, keys and looking turn a decision into a ledger entry. */
@ApplicationScoped
class Records {
  @Inject Ledger ledger;
  @Inject Callers callers;
  @Inject InstantSource time;

  LedgerEntry entry(Speaker speaker, Action action) {
    return LedgerEntry.of(time.millis(), speaker.actor(), action);
  }

  /** Records how a call ended that is about no message, and hands the decision on. */
  <S> Decision<S> recorded(LedgerEntry entry, Decision<S> decision) {
    ledger.append(
        switch (decision) {
          case Decision.Refused<S>(Refusal why) -> entry.refused(why.code());
          case Decision.Allowed<S> allowed -> entry;
        });
    return decision;
  }

  /** A call that ended before the kernel heard of it. */
  void unheard(LedgerEntry entry, String why) {
    ledger.append(entry.refused(why));
  }

  <S> Decision<S> notFound(Speaker speaker, Action action, String object) {
    return recorded(
        entry(speaker, action).onTyped(object), new Decision.Refused<>(Refusal.NOT_FOUND));
  }

  /** Makes a change that the kernel leaves to operators, and records how that ended. */
  <S> Decision<S> operated(Speaker speaker, LedgerEntry entry, Supplier<Decision<S>> change) {
    return ended(new AskedOfTenant.Operate(callers.of(speaker)), entry, change);
  }

  /** Makes a change beside the mail, of which nothing leaves, and records how that ended. */
  <S> Decision<S> annotated(Speaker speaker, LedgerEntry entry, Supplier<Decision<S>> change) {
    return ended(new AskedOfTenant.Annotate(callers.of(speaker)), entry, change);
  }

  /** Finds something for whoever may look there, and records how that ended. */
  <S> Decision<S> looked(
      Speaker speaker, LedgerEntry entry, Sight sight, Supplier<Decision<S>> read) {
    var asked = new AskedOfTenant.Look(callers.of(speaker), sight);
    var answer = asked.answer();
    var showing = entry.showing(asked.kept(answer));
    return switch (answer) {
      case Decision.Refused<Boolean>(Refusal why) -> recorded(showing, new Decision.Refused<>(why));
      case Decision.Allowed<Boolean> allowed -> {
        var found = read.get();
        // A look that found nothing did nothing, so there is no step to tell of.
        yield recorded(found instanceof Decision.Allowed<S> ? showing : entry, found);
      }
    };
  }

  private <S> Decision<S> ended(
      AskedOfTenant asked, LedgerEntry entry, Supplier<Decision<S>> change) {
    var answer = asked.answer();
    Decision<S> ended =
        switch (answer) {
          case Decision.Refused<Boolean>(Refusal why) -> new Decision.Refused<>(why);
          case Decision.Allowed<Boolean> allowed -> change.get();
        };
    var step = ended instanceof Decision.Allowed<S> ? asked.kept(answer) : asked.dropped(answer);
    return recorded(entry.showing(step), ended);
  }
}
