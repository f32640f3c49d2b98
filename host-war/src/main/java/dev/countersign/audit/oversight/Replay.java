package dev.countersign.audit.oversight;

import dev.countersign.audit.entries.CallerFacts;
import dev.countersign.audit.entries.CodeFacts;
import dev.countersign.audit.entries.Entry;
import dev.countersign.audit.entries.KeyFacts;
import dev.countersign.audit.entries.MessageFacts;
import dev.countersign.audit.entries.Step;
import dev.countersign.audit.entries.Step.KeyAsk;
import dev.countersign.audit.entries.Step.MailboxAsk;
import dev.countersign.audit.entries.Step.MessageAsk;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Code;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.View;
import java.util.Optional;
import java.util.function.Function;

/** Makes the recorded call once more: the kernel is to answer as it is said to have answered. */
public final class Replay {
  private static final Digest NO_SECRET = new Digest(0, 0, 0, 0);

  private Replay() {}

  /**
   * What is wrong.
   *
   * @param law that the kernel kept by refusing, if it would have refused
   */
  public record Disagreement(String what, Optional<String> law) {}

  /** {@return how the kernel contradicts the entry, if it does} */
  public static Optional<Disagreement> of(Entry entry, Step step) {
    try {
      return switch (step) {
        case Step.OnMessage on ->
            compared(entry, message(on), on.after(), MessageFacts::kernel, kept(on));
        case Step.OnMailbox on -> compared(entry, mailbox(on), on.after(), box -> box, true);
        case Step.OnTenant on ->
            compared(
                entry,
                Authority.tenant(on.before(), caller(on.caller()), on.call()),
                on.after(),
                suspended -> suspended,
                true);
        case Step.OnKey on -> compared(entry, key(on), on.after(), KeyFacts::kernel, true);
        case Step.Operate on ->
            compared(
                entry, Authority.operate(caller(on.caller())), on.after(), yes -> yes, on.kept());
        case Step.Annotate on ->
            compared(
                entry, Authority.annotate(caller(on.caller())), on.after(), yes -> yes, on.kept());
        case Step.ByCode on -> compared(entry, byCode(on), on.after(), yes -> yes, on.kept());
        case Step.OnCode on ->
            compared(
                entry,
                Authority.requestCode(
                    on.now(), false, caller(on.caller()), on.purpose(), NO_SECRET, on.concerned()),
                on.after(),
                Replay::code,
                true);
        case Step.Look on ->
            compared(
                entry,
                Authority.look(caller(on.caller()), on.sight()),
                on.after(),
                yes -> yes,
                true);
      };
    } catch (IllegalArgumentException e) {
      return Optional.of(
          new Disagreement("the kernel knows no such thing: " + e.getMessage(), Optional.empty()));
    }
  }

  private static Decision<Message> message(Step.OnMessage on) {
    var caller = caller(on.caller());
    return switch (on.ask()) {
      case MessageAsk.Submit(var submission, var taken, var kept) ->
          Oversight.submit(on.now(), on.mailbox(), on.tenantSuspended(), taken, caller, submission);
      case MessageAsk.Receive(var arrival, var taken, var handedInBy) ->
          handedInBy
              .flatMap(who -> refusal(Authority.operate(who.kernel())))
              .<Decision<Message>>map(Decision.Refused::new)
              .orElseGet(
                  () ->
                      Oversight.receive(
                          on.now(), on.mailbox(), on.tenantSuspended(), taken, caller, arrival));
      case MessageAsk.Ask(var call) ->
          Oversight.step(
              View.of(on.now(), on.mailbox(), on.tenantSuspended()),
              caller,
              on.before().orElseThrow().kernel(),
              call);
    };
  }

  private static Optional<Refusal> refusal(Decision<Boolean> leave) {
    return leave instanceof Decision.Refused<Boolean>(Refusal why)
        ? Optional.of(why)
        : Optional.empty();
  }

  private static Decision<Mailbox> mailbox(Step.OnMailbox on) {
    var caller = caller(on.caller());
    Optional<Mailbox> box = on.before();
    for (MailboxAsk ask : on.asks()) {
      Decision<Mailbox> decision =
          switch (ask) {
            case MailboxAsk.Create(var mode, var policy, var taken, var by) ->
                Authority.createMailbox(on.now(), taken, caller, on.no(), mode, policy, by);
            case MailboxAsk.Ask(var call) ->
                Authority.step(on.now(), box.orElseThrow(), on.no(), caller, call);
          };
      if (!(decision instanceof Decision.Allowed<Mailbox>(Mailbox next))) {
        return decision;
      }
      box = Optional.of(next);
    }
    return new Decision.Allowed<>(box.orElseThrow());
  }

  private static Decision<Boolean> byCode(Step.ByCode on) {
    return on.confirms()
        ? Authority.confirm(on.now(), caller(on.caller()), on.act(), on.by())
        : Authority.operate(on.now(), caller(on.caller()), on.act(), on.by());
  }

  private static Code code(CodeFacts facts) {
    return new Code(facts.purpose(), NO_SECRET, facts.expires(), facts.spent());
  }

  private static Decision<Key> key(Step.OnKey on) {
    Optional<Key> before = on.before().map(KeyFacts::kernel);
    return switch (on.ask()) {
      case KeyAsk.Found() ->
          new Decision.Allowed<>(Key.founding(on.after().orElseThrow().holder()));
      case KeyAsk.Create(var holder, var scopes, var taken, var by) ->
          Authority.createKey(on.now(), taken, caller(on.caller()), holder, scopes, by);
      case KeyAsk.Patch(var scopes, var by) ->
          Authority.patchKey(
              on.now(), before.orElseThrow(), on.no().orElse(0L), caller(on.caller()), scopes, by);
      case KeyAsk.Revoke(var by) ->
          Authority.revokeKey(
              on.now(), before.orElseThrow(), on.no().orElse(0L), caller(on.caller()), by);
    };
  }

  private static dev.countersign.kernel.Caller caller(Optional<CallerFacts> caller) {
    return caller
        .orElseThrow(() -> new IllegalArgumentException("a call without a caller"))
        .kernel();
  }

  private static boolean kept(Step.OnMessage on) {
    return !(on.ask() instanceof MessageAsk.Submit(var submission, var taken, var kept)) || kept;
  }

  /** What the kernel allowed is stored, unless there was nothing to store. */
  private static <S, F> Optional<Disagreement> compared(
      Entry entry, Decision<S> answer, Optional<F> recorded, Function<F, S> kernel, boolean kept) {
    return switch (answer) {
      case Decision.Refused<S>(Refusal why) -> refused(entry, why, recorded.isPresent());
      case Decision.Allowed<S>(S next) -> {
        if (!entry.allowed() && kept) {
          yield disagreement(
              "the kernel allows what is recorded as refused", Optional.of("every_step_is_logged"));
        }
        yield recorded.map(kernel).filter(next::equals).isPresent()
            ? Optional.empty()
            : disagreement("the kernel allows the call, but ends otherwise", Optional.empty());
      }
    };
  }

  private static Optional<Disagreement> refused(Entry entry, Refusal why, boolean recorded) {
    if (entry.allowed() || recorded) {
      return disagreement(
          "the kernel refuses what is recorded as allowed: " + why.code(), Laws.keptBy(why));
    }
    return entry.reason().filter(why.code()::equals).isPresent()
        ? Optional.empty()
        : disagreement("the kernel refuses for another reason: " + why.code(), Optional.empty());
  }

  private static Optional<Disagreement> disagreement(String what, Optional<String> law) {
    return Optional.of(new Disagreement(what, law));
  }
}
