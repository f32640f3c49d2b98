package dev.countersign.host.desk;

import dev.countersign.host.codes.CodeNotice;
import dev.countersign.host.codes.CodedAct;
import dev.countersign.host.codes.Codes;
import dev.countersign.host.desk.asked.Asked;
import dev.countersign.host.desk.asked.AskedOfCode;
import dev.countersign.host.desk.asked.AskedOfTenant;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.storage.Numbers;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Code;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Purpose;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls that an operator may make, and others with a code: the kernel is asked with what is
 * presented; where it wants a code and none was brought, one is made for exactly this call. Runs
 * inside the transaction of the desk that it serves, which holds the tenant.
 */
@ApplicationScoped
class CodeDesk {
  @Inject Codes codes;
  @Inject Callers callers;
  @Inject Tenants tenants;
  @Inject Mailboxes mailboxes;
  @Inject Numbers numbers;
  @Inject Records records;
  @Inject InstantSource time;

  /** Makes a change that is an operator's, or another's with the operator's code. */
  <S> Coded<S> operated(
      Speaker.KeyHolder speaker,
      CodedAct act,
      Optional<String> brought,
      LedgerEntry entry,
      Supplier<Decision<S>> change) {
    var caller = callers.of(speaker);
    long now = time.millis();
    return changed(
        speaker,
        act,
        brought,
        by -> new AskedOfTenant.Act(now, caller, act.digest(), by),
        entry,
        change);
  }

  /** Makes a change that nobody can take back: an operator's, and with the code. */
  <S> Coded<S> confirmed(
      Speaker.KeyHolder speaker,
      CodedAct act,
      Optional<String> brought,
      LedgerEntry entry,
      Supplier<Decision<S>> change) {
    var caller = callers.of(speaker);
    long now = time.millis();
    return changed(
        speaker,
        act,
        brought,
        by -> new AskedOfTenant.Confirm(now, caller, act.digest(), by),
        entry,
        change);
  }

  private <S> Coded<S> changed(
      Speaker.KeyHolder speaker,
      CodedAct act,
      Optional<String> brought,
      Function<Presented, AskedOfTenant> asking,
      LedgerEntry entry,
      Supplier<Decision<S>> change) {
    return answered(
        speaker,
        new CodeRequest<>(
            act,
            new Purpose.Operate(act.digest()),
            brought,
            asking,
            (asked, yes) -> new CodeRequest.Stored<>(entry, change.get()),
            entry));
  }

  <Q extends Asked<A>, A, S> Coded<S> answered(
      Speaker.KeyHolder speaker, CodeRequest<Q, A, S> call) {
    var act = call.act();
    var held =
        call.brought()
            .flatMap(text -> codes.brought(act.tenantId(), act.digest(), text, time.millis()));
    Presented by =
        held.<Presented>map(Codes.Brought::presented).orElseGet(() -> new Presented.None());
    var asked = call.asking().apply(by);
    var answer = asked.answer();
    return switch (answer) {
      case Decision.Allowed<A>(A next) ->
          new Coded.Answered<>(stored(asked, answer, call.storing().apply(asked, next), held));
      case Decision.Refused<A>(Refusal why) when !wantsCode(why) ->
          new Coded.Answered<>(refused(call, asked, answer, why));
      case Decision.Refused<A>(Refusal why) when held.isPresent() -> {
        held.get().fail();
        var unused = this.<Q, A, S>refused(call, asked, answer, why);
        yield new Coded.Answered<>(new Decision.Refused<>(Refusal.WRONG_CODE));
      }
      case Decision.Refused<A> refused when call.brought().isPresent() -> {
        records.unheard(call.refused(), ErrorCode.NO_CODE_PENDING.wire());
        yield new Coded.NoneOut<>();
      }
      case Decision.Refused<A> refused ->
          switch (request(speaker, call.bare())) {
            case Decision.Allowed<CodeNotice>(CodeNotice notice) -> new Coded.Made<>(notice);
            case Decision.Refused<CodeNotice>(Refusal why) ->
                new Coded.Answered<>(new Decision.Refused<>(why));
          };
    };
  }

  private static boolean wantsCode(Refusal why) {
    return why == Refusal.NEEDS_CODE || why == Refusal.WRONG_CODE;
  }

  private <A, S> Decision<S> stored(
      Asked<A> asked,
      Decision<A> answer,
      CodeRequest.Stored<S> stored,
      Optional<Codes.Brought> held) {
    boolean kept = stored.decision() instanceof Decision.Allowed<S>;
    if (kept) {
      held.ifPresent(Codes.Brought::spend);
    }
    var step = kept ? asked.kept(answer) : asked.dropped(answer);
    return records.recorded(stored.entry().showing(step), stored.decision());
  }

  private <Q extends Asked<A>, A, S> Decision<S> refused(
      CodeRequest<Q, A, S> call, Asked<A> asked, Decision<A> answer, Refusal why) {
    return records.recorded(
        call.refused().showing(asked.kept(answer)), new Decision.Refused<>(why));
  }

  /** A new code, in place of any other for the same act. */
  Decision<CodeNotice> request(Speaker.KeyHolder speaker, CodeRequest.Bare wanted) {
    var act = wanted.act();
    long now = time.millis();
    var fresh = codes.fresh(act.tenantId(), numbers.next());
    var asked =
        new AskedOfCode(
            now, callers.of(speaker), wanted.purpose(), fresh.secret(), wanted.concerned());
    var answer = asked.answer();
    var entry =
        records
            .entry(speaker, Action.REQUEST_CODE)
            .noting(act.action().wire())
            .showing(asked.kept(answer));
    return switch (answer) {
      case Decision.Refused<Code>(Refusal why) ->
          records.recorded(entry, new Decision.Refused<>(why));
      case Decision.Allowed<Code>(Code code) -> {
        checkPause(act, now);
        codes.add(act.tenantId(), act.digest(), fresh, code, now);
        var notice = notice(speaker, act, fresh.text(), code.expires());
        yield records.recorded(entry, new Decision.Allowed<>(notice));
      }
    };
  }

  private void checkPause(CodedAct act, long now) {
    codes
        .wait(act.tenantId(), act.digest(), now)
        .ifPresent(
            left -> {
              throw Problem.rateLimited(
                  "Codes were asked for too often; use the last one, or wait.", left);
            });
  }

  // Never to an approver of one mailbox: that address may be one that a caller has chosen.
  private CodeNotice notice(Speaker.KeyHolder speaker, CodedAct act, String code, long expires) {
    var person = tenants.tenant(act.tenantId()).overseerNo();
    var address = person.isPresent() ? tenants.principal(person.getAsLong()).address() : null;
    if (address == null) {
      throw Problem.of(ErrorCode.UNAVAILABLE, "There is no overseer to send the code to.");
    }
    var sender =
        mailboxes.all(act.tenantId(), 1).stream()
            .map(MailboxRow::address)
            .map(from -> from.substring(from.lastIndexOf('@') + 1))
            .findFirst();
    var actor = speaker.actor();
    return new CodeNotice(
        address,
        sender,
        actor.id(),
        Optional.ofNullable(actor.keyId()).orElse("that was used"),
        act,
        code,
        expires);
  }
}
