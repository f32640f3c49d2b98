package dev.countersign.conformance.kernel;

import dev.countersign.kernel.Arrival;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Code;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Person;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Purpose;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scopes;
import dev.countersign.kernel.SpamVerdict;
import dev.countersign.kernel.Submission;
import dev.countersign.kernel.TenantCall;
import dev.countersign.kernel.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One tenant in plain maps, put together from the kernel's edge as Tenant.lean is. */
final class World {
  static final Principal OPERATOR = new Principal(Role.OPERATOR, 1);
  static final List<Principal> AGENTS =
      List.of(new Principal(Role.AGENT, 11), new Principal(Role.AGENT, 12));
  static final List<Principal> PEOPLE =
      List.of(
          new Principal(Role.PERSON, 21),
          new Principal(Role.PERSON, 22),
          new Principal(Role.PERSON, 23));

  private static final List<Mode> MODES = List.of(Mode.values());
  private static final List<SpamVerdict> VERDICTS = List.of(SpamVerdict.values());
  private static final Policy POLICY = new Policy(1, 500, true, 1000, true, 3);
  private static final Presented NO_CODE = new Presented.None();

  final Map<Long, Mailbox> boxes = new TreeMap<>();
  final Map<Long, Message> messages = new TreeMap<>();
  final Map<Long, Long> boxOf = new TreeMap<>();
  final Map<Long, Key> keys = new TreeMap<>();
  final Map<Long, Code> codes = new TreeMap<>();
  final Map<Long, Person> people = new TreeMap<>();
  final List<Event> log = new ArrayList<>();
  long now;
  boolean suspended;

  /** Two mailboxes; agents that send, one of them an admin; people that oversee, one also sends. */
  World() {
    Principal founder = OPERATOR;
    keys.put(0L, new Key(founder, founder, new Scopes(true, false, false, true), true));
    Caller operator = with(0);
    boxes.put(0L, made(operator, 0, Mode.GATED_SEND));
    boxes.put(1L, made(operator, 1, Mode.GATED_ALL));
    grant(operator, 1, AGENTS.get(0), new Scopes(true, true, false, false));
    grant(operator, 2, AGENTS.get(1), new Scopes(true, true, false, true));
    for (int i = 0; i < PEOPLE.size(); i++) {
      grant(operator, 3 + i, PEOPLE.get(i), new Scopes(true, false, true, false));
    }
    grant(operator, 6, PEOPLE.get(0), new Scopes(true, true, false, false));
  }

  private Mailbox made(Caller operator, long id, Mode mode) {
    return allowed(Authority.createMailbox(now, false, operator, id, mode, POLICY, NO_CODE));
  }

  private void grant(Caller operator, long id, Principal holder, Scopes scopes) {
    keys.put(id, allowed(Authority.createKey(now, false, operator, holder, scopes, NO_CODE)));
  }

  private static <S> S allowed(Decision<S> decision) {
    if (decision instanceof Decision.Allowed<S>(S next)) {
      return next;
    }
    throw new IllegalStateException(decision.toString());
  }

  private Caller with(long keyId) {
    Key key = keys.get(keyId);
    if (key == null) {
      throw new IllegalArgumentException("no key " + keyId);
    }
    return Caller.presenting(key.holder(), key);
  }

  /** Whoever ought to make the call, or now and then anybody with any key. */
  private Caller caller(Step step, Caller fitting) {
    return step.wrong() ? with(step.dice() % 7) : fitting;
  }

  private Caller agent(Step step) {
    return caller(step, step.dice() % 10 == 0 ? with(6) : with(1 + step.who() % 2));
  }

  private Caller person(Step step) {
    return caller(step, with(3 + step.who()));
  }

  private Caller system(Step step, Role role) {
    return caller(step, Caller.system(role));
  }

  View view(Mailbox box) {
    return View.of(now, box, suspended);
  }

  Event play(Step step) {
    Event event =
        switch (step.op()) {
          case SUBMIT, RECEIVE -> arrive(step);
          case SCAN -> message(step, system(step, Role.SCANNER), scan(step));
          case APPROVE -> message(step, person(step), new MessageCall.Approve(digestOf(step)));
          case REJECT -> message(step, person(step), new MessageCall.Reject());
          case CANCEL -> message(step, agent(step), new MessageCall.Cancel());
          case EDIT ->
              message(step, agent(step), new MessageCall.Edit(digest(step.digest()), at(step)));
          case RESCHEDULE -> message(step, agent(step), new MessageCall.Reschedule(at(step)));
          case RELEASE -> message(step, system(step, Role.CLOCK), new MessageCall.Release());
          case EXPIRE -> message(step, system(step, Role.CLOCK), new MessageCall.Expire());
          case BEGIN_DISPATCH ->
              message(step, system(step, Role.DISPATCHER), new MessageCall.BeginDispatch());
          case UNREACHABLE ->
              message(step, system(step, Role.DISPATCHER), new MessageCall.Unreachable());
          case ANSWER -> message(step, system(step, Role.MAIL_SERVER), answer(step));
          case OUTCOME_UNKNOWN ->
              message(step, system(step, Role.DISPATCHER), new MessageCall.OutcomeUnknown());
          case SETTLE -> message(step, person(step), new MessageCall.Settle(step.pick() == 0));
          case REPORT ->
              message(
                  step, system(step, Role.MAIL_SERVER), new MessageCall.Report(step.pick() == 0));
          case READ -> message(step, agent(step), new MessageCall.Read());
          case SPAM -> message(step, agent(step), spam(step));
          case SET_MODE ->
              mailbox(step, anybody(step), new MailboxCall.SetMode(mode(step)), NO_CODE);
          case SET_POLICY ->
              mailbox(step, operator(step), new MailboxCall.SetPolicy(policy(step)), NO_CODE);
          case STOP -> stop(step, person(step), true);
          case LIFT -> stop(step, operator(step), false);
          case REQUEST_CODE -> requestCode(step);
          case APPLY_UPGRADE -> applyUpgrade(step);
          case CREATE_KEY -> createKey(step);
          case PATCH_KEY -> patchKey(step);
          case REVOKE_KEY -> revokeKey(step);
          case SET_ADDRESS -> setAddress(step);
          case OPERATE, CONFIRM -> operate(step);
          case TICK -> tick(step);
        };
    log.add(event);
    return event;
  }

  private Caller anybody(Step step) {
    return caller(step, with(step.dice() % 2 == 0 ? 0 : step.dice() % 6));
  }

  private Caller operator(Step step) {
    return caller(step, with(0));
  }

  /** Keys are asked for by the operator, and as often by the agent that is an admin. */
  private Caller admin(Step step) {
    return caller(step, with(step.dice() % 2 == 0 ? 0 : 2));
  }

  private long at(Step step) {
    return step.time() < 20 ? 0 : now + step.time() * 10L - 250;
  }

  static Digest digest(int content) {
    return new Digest(content + 1L, 0, 0, 7);
  }

  /** Of what the message says now, or sometimes of something else. */
  private Digest digestOf(Step step) {
    Message m = messages.get((long) step.message());
    return m == null || step.pick() == 0 ? digest(step.digest()) : m.digest();
  }

  private static Mode mode(Step step) {
    return MODES.get(step.pick());
  }

  private static Policy policy(Step step) {
    return new Policy(
        step.dice() % 5,
        200 * step.pick() + 100,
        step.dice() % 4 != 0,
        1000,
        step.digest() != 0,
        1 + step.pick());
  }

  private MessageCall scan(Step step) {
    Risk risk =
        switch (step.dice() % 6) {
          case 0 -> new Risk.Unknown();
          case 1 -> new Risk.Unchecked();
          case 2 -> new Risk.Known(step.dice());
          default -> new Risk.Known(step.dice() % 100);
        };
    return new MessageCall.ScanResult(digestOf(step), risk);
  }

  private static MessageCall answer(Step step) {
    return switch (step.pick()) {
      case 0 -> new MessageCall.Failed();
      case 1 -> new MessageCall.Deferred();
      default -> new MessageCall.Accepted();
    };
  }

  private static MessageCall spam(Step step) {
    return step.pick() < 2 ? new MessageCall.ReportSpam() : new MessageCall.NotSpam();
  }

  private Event arrive(Step step) {
    long id = step.message();
    Mailbox box = box(step.box());
    Message before = messages.get(id);
    Caller caller;
    Decision<Message> decision;
    if (step.op() == Step.Op.SUBMIT) {
      caller = agent(step);
      var timing = step.pick() == 0 ? GateTiming.SCHEDULE_FIRST : GateTiming.GATE_FIRST;
      var submission = new Submission(digest(step.digest()), at(step), timing);
      decision = Oversight.submit(now, box, suspended, before != null, caller, submission);
    } else {
      caller = system(step, Role.MAIL_SERVER);
      var verdict = VERDICTS.get(step.pick() % 3);
      var arrival = new Arrival(digest(step.digest()), verdict);
      decision = Oversight.receive(now, box, suspended, before != null, caller, arrival);
    }
    if (decision instanceof Decision.Allowed<Message>(Message next)) {
      messages.put(id, next);
      boxOf.put(id, (long) step.box());
    }
    return event(step, caller, decision, id, null, before, box, box, NO_CODE);
  }

  private Mailbox box(long id) {
    Mailbox box = boxes.get(id);
    if (box == null) {
      throw new IllegalArgumentException("no mailbox " + id);
    }
    return box;
  }

  /** A message that is not there is asked of as of the last one that is. */
  private Event message(Step step, Caller caller, MessageCall call) {
    long id = step.message();
    Message before = messages.get(id);
    Long boxId = boxOf.get(id);
    if (before == null || boxId == null) {
      return event(
          step,
          caller,
          new Decision.Refused<>(dev.countersign.kernel.Refusal.NOT_FOUND),
          id,
          call,
          null,
          null,
          null,
          NO_CODE);
    }
    Mailbox box = box(boxId);
    Decision<Message> decision = Oversight.step(view(box), caller, before, call);
    if (decision instanceof Decision.Allowed<Message>(Message next)) {
      messages.put(id, next);
    }
    return event(step, caller, decision, id, call, before, box, box, NO_CODE);
  }

  private Event mailbox(Step step, Caller caller, MailboxCall call, Presented by) {
    long id = step.box();
    Mailbox box = box(id);
    Decision<Mailbox> decision = Authority.step(now, box, id, caller, call);
    if (decision instanceof Decision.Allowed<Mailbox>(Mailbox next)) {
      boxes.put(id, next);
    }
    return event(step, caller, decision, id, null, null, box, box(id), by);
  }

  private Event stop(Step step, Caller caller, boolean stop) {
    if (step.pick() < 2) {
      MailboxCall call = stop ? new MailboxCall.Suspend() : new MailboxCall.Lift();
      return mailbox(step, caller, call, NO_CODE);
    }
    TenantCall call = stop ? new TenantCall.SuspendAll() : new TenantCall.LiftAll();
    Decision<Boolean> decision = Authority.tenant(suspended, caller, call);
    if (decision instanceof Decision.Allowed<Boolean>(Boolean next)) {
      suspended = next;
    }
    return event(step, caller, decision, 0, null, null, null, null, NO_CODE);
  }

  private Event requestCode(Step step) {
    Caller caller = agent(step);
    long id = step.pick();
    Optional<Mailbox> concerned = Optional.ofNullable(boxes.get((long) step.box()));
    Decision<Code> decision =
        Authority.requestCode(
            now, codes.containsKey(id), caller, purpose(step), secret(id), concerned);
    if (decision instanceof Decision.Allowed<Code>(Code code)) {
      codes.put(id, code);
    }
    return event(step, caller, decision, id, null, null, null, null, NO_CODE);
  }

  private Purpose purpose(Step step) {
    return switch (step.dice() % 8) {
      case 6 -> new Purpose.Operate(digest(step.digest()));
      case 0, 4 -> new Purpose.CreateKey(AGENTS.get(step.who() % 2), scopes(step));
      case 1, 5 -> new Purpose.PatchKey(step.message(), scopes(step));
      case 2 -> new Purpose.RevokeKey(step.message());
      default -> new Purpose.Upgrade(step.box(), mode(step));
    };
  }

  private static Digest secret(long code) {
    return new Digest(99, code, 0, 0);
  }

  /** The right secret, as if the operator had handed it over, or now and then a guess. */
  private Presented present(Step step) {
    Code code = codes.get((long) step.pick());
    if (code == null) {
      return NO_CODE;
    }
    return new Presented.WithCode(code, secret(step.wrong() ? 98 : step.pick()));
  }

  private void spend(Step step, Decision<?> decision) {
    if (decision instanceof Decision.Allowed<?>) {
      codes.computeIfPresent((long) step.pick(), (id, code) -> Authority.spent(code));
    }
  }

  private Event applyUpgrade(Step step) {
    Presented by = present(step);
    Mode target =
        by instanceof Presented.WithCode(Code code, Digest secret)
                && code.purpose() instanceof Purpose.Upgrade(long mailbox, Mode wanted)
            ? wanted
            : mode(step);
    Event event = mailbox(step, agent(step), new MailboxCall.ApplyUpgrade(target, by), by);
    spend(step, event.decision());
    return event;
  }

  private static Scopes scopes(Step step) {
    int bits = step.dice() / 7;
    return new Scopes(
        (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0 && step.digest() == 0);
  }

  private Event createKey(Step step) {
    Caller caller = admin(step);
    long id = 7 + step.message() * 5L + step.pick();
    Presented by = present(step);
    Principal holder = step.time() % 2 == 0 ? AGENTS.get(step.who() % 2) : PEOPLE.get(step.who());
    Scopes scopes = scopes(step);
    if (by instanceof Presented.WithCode(Code code, Digest secret)
        && code.purpose() instanceof Purpose.CreateKey(Principal whose, Scopes wanted)) {
      holder = whose;
      scopes = wanted;
    }
    Decision<Key> decision =
        Authority.createKey(now, keys.containsKey(id), caller, holder, scopes, by);
    return keyed(step, caller, id, decision, by);
  }

  private Event patchKey(Step step) {
    Caller caller = admin(step);
    long id = step.time() % 2 == 0 ? 7 + step.message() * 5L + step.pick() : 1 + step.message();
    Presented by = present(step);
    Key key = keys.get(id);
    Decision<Key> decision =
        key == null
            ? new Decision.Refused<>(dev.countersign.kernel.Refusal.NOT_FOUND)
            : Authority.patchKey(now, key, id, caller, scopes(step), by);
    return keyed(step, caller, id, decision, by);
  }

  /** The keys that the run needs to get anywhere are left alone. */
  private Event revokeKey(Step step) {
    Caller caller = admin(step);
    long id = 7 + step.message() * 5L + step.pick();
    Presented by = present(step);
    Key key = keys.get(id);
    Decision<Key> decision =
        key == null
            ? new Decision.Refused<>(dev.countersign.kernel.Refusal.NOT_FOUND)
            : Authority.revokeKey(now, key, id, caller, by);
    return keyed(step, caller, id, decision, by);
  }

  private Event keyed(Step step, Caller caller, long id, Decision<Key> decision, Presented by) {
    if (decision instanceof Decision.Allowed<Key>(Key next)) {
      keys.put(id, next);
    }
    spend(step, decision);
    return event(step, caller, decision, id, null, null, null, null, by);
  }

  private Event setAddress(Step step) {
    Caller caller = anybody(step);
    long id = PEOPLE.get(step.who()).id();
    Decision<Person> decision = Authority.setAddress(caller, "p" + step.digest() + "@example.org");
    if (decision instanceof Decision.Allowed<Person>(Person next)) {
      people.put(id, next);
    }
    return event(step, caller, decision, id, null, null, null, null, NO_CODE);
  }

  /** What the code is for that comes with it, or now and then something else. */
  static Digest act(Step step, Presented by) {
    return by instanceof Presented.WithCode(Code code, Digest secret)
            && code.purpose() instanceof Purpose.Operate(Digest act)
            && step.time() % 4 != 0
        ? act
        : digest(step.digest());
  }

  private Event operate(Step step) {
    Caller caller = admin(step);
    Presented by = present(step);
    Digest act = act(step, by);
    Decision<Boolean> decision =
        step.op() == Step.Op.OPERATE
            ? Authority.operate(now, caller, act, by)
            : Authority.confirm(now, caller, act, by);
    spend(step, decision);
    return event(step, caller, decision, step.pick(), null, null, null, null, by);
  }

  private Event tick(Step step) {
    Caller caller = system(step, Role.CLOCK);
    Decision<Long> decision = Authority.tick(now, caller, now + step.time() * 10L);
    Event event = event(step, caller, decision, 0, null, null, null, null, NO_CODE);
    if (decision instanceof Decision.Allowed<Long>(Long next)) {
      now = next;
    }
    return event;
  }

  private Event event(
      Step step,
      Caller caller,
      Decision<?> decision,
      long id,
      @Nullable MessageCall call,
      @Nullable Message before,
      @Nullable Mailbox box,
      @Nullable Mailbox boxAfter,
      Presented by) {
    boolean concernsMessage =
        call != null
            || before != null
            || step.op() == Step.Op.SUBMIT
            || step.op() == Step.Op.RECEIVE;
    Message after = concernsMessage ? messages.get(id) : null;
    return new Event(
        step, now, caller, decision, id, call, before, after, box, boxAfter, suspended, by);
  }
}
