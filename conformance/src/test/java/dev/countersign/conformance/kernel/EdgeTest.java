package dev.countersign.conformance.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.kernel.Approval;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Code;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Direction;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Purpose;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scope;
import dev.countersign.kernel.Scopes;
import dev.countersign.kernel.Sight;
import dev.countersign.kernel.SpamVerdict;
import dev.countersign.kernel.Status;
import dev.countersign.kernel.View;
import dev.countersign.kernel.Work;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What the typed edge adds to the checked core: words, bytes, and values that it will not carry.
 */
public class EdgeTest {
  private static final long LATEST = (1L << 62) - 1;
  private static final Policy POLICY = new Policy(1, 500, true, 1000, true, 3);
  private static final Digest DIGEST = new Digest(1, 2, 3, 4);
  private static final Principal AGENT = new Principal(Role.AGENT, 11);
  private static final Principal PERSON = new Principal(Role.PERSON, 21);

  private static <E extends Enum<E>> void bothWays(
      E[] words, Function<E, String> wire, Function<String, Optional<E>> back) {
    for (E word : words) {
      assertEquals(word.name(), wire.apply(word).toUpperCase(java.util.Locale.ROOT));
      assertEquals(Optional.of(word), back.apply(wire.apply(word)));
    }
    assertEquals(Optional.empty(), back.apply("no such word"));
  }

  @Test
  void every_word_has_a_spelling_of_its_own() {
    bothWays(Mode.values(), Mode::wire, Mode::ofWire);
    bothWays(Status.values(), Status::wire, Status::ofWire);
    bothWays(Role.values(), Role::wire, Role::ofWire);
    bothWays(Direction.values(), Direction::wire, Direction::ofWire);
    bothWays(GateTiming.values(), GateTiming::wire, GateTiming::ofWire);
    bothWays(SpamVerdict.values(), SpamVerdict::wire, SpamVerdict::ofWire);
    bothWays(Scope.values(), Scope::wire, Scope::ofWire);
    assertEquals("stale_digest", Refusal.STALE_DIGEST.code());
  }

  @Test
  void scopes_are_the_same_as_a_set_and_one_by_one() {
    List<Scope> all = List.of(Scope.values());
    for (int bits = 0; bits < 16; bits++) {
      Set<Scope> set = EnumSet.noneOf(Scope.class);
      for (int i = 0; i < all.size(); i++) {
        if (((bits >> i) & 1) != 0) {
          set.add(all.get(i));
        }
      }
      Scopes scopes = Scopes.of(set);
      assertEquals(set, scopes.set());
      assertEquals(set.contains(Scope.READ), scopes.read());
      assertEquals(set.contains(Scope.SEND), scopes.send());
      assertEquals(set.contains(Scope.OVERSIGHT), scopes.oversight());
      assertEquals(set.contains(Scope.ADMIN), scopes.admin());
    }
    assertEquals(Set.of(), Scopes.NONE.set());
    assertThrows(UnsupportedOperationException.class, () -> Scopes.NONE.set().add(Scope.OVERSIGHT));
  }

  @Test
  void a_digest_is_its_bytes() {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 7);
    }
    Digest digest = Digest.ofBytes(bytes);
    assertArrayEquals(bytes, digest.bytes());
    assertEquals(java.util.HexFormat.of().formatHex(bytes), digest.hex());
    assertThrows(IllegalArgumentException.class, () -> Digest.ofBytes(new byte[31]));
  }

  @Test
  void a_caller_says_who_it_is_and_what_it_may() {
    Key key = new Key(PERSON, PERSON, new Scopes(true, false, true, false), true);
    Caller caller = Caller.presenting(PERSON, key);
    assertEquals(PERSON, caller.who());
    assertEquals(key.scopes(), caller.scopes());
    assertEquals(
        "Caller[who=" + PERSON + ", scopes=" + key.scopes().set() + "]", caller.toString());
    assertEquals(new Principal(Role.CLOCK, 0), Caller.system(Role.CLOCK).who());
    assertEquals(Scopes.NONE, Caller.system(Role.CLOCK).scopes());
  }

  @Test
  void who_may_look_or_operate_is_told_so() {
    Key key = Key.founding(new Principal(Role.OPERATOR, 1));
    Caller operator = Caller.presenting(key.holder(), key);
    assertEquals(new Decision.Allowed<>(true), Authority.operate(operator));
    assertEquals(new Decision.Allowed<>(true), Authority.look(operator, Sight.LEDGER));
    assertEquals(new Decision.Allowed<>(true), Authority.annotate(operator));
    Caller clock = Caller.system(Role.CLOCK);
    assertEquals(new Decision.Refused<>(Refusal.FORBIDDEN), Authority.operate(clock));
    assertEquals(new Decision.Refused<>(Refusal.FORBIDDEN), Authority.annotate(clock));
    assertEquals(new Decision.Refused<>(Refusal.FORBIDDEN), Authority.look(clock, Sight.LEDGER));
  }

  @Test
  void whoever_brings_the_operators_code_for_an_act_is_told_that_it_may_be_done() {
    Digest act = Digest.ofBytes(new byte[32]);
    var code = new Code(new Purpose.Operate(act), act, 2, false);
    var by = new Presented.WithCode(code, act);
    Key key = Key.founding(new Principal(Role.OPERATOR, 1));
    Caller operator = Caller.presenting(key.holder(), key);
    assertEquals(new Decision.Allowed<>(true), Authority.operate(1, operator, act, by));
    assertEquals(new Decision.Allowed<>(true), Authority.confirm(1, operator, act, by));
  }

  @Test
  void a_code_for_something_else_is_for_no_act() {
    var nothing = dev.countersign.kernel.core.Purpose.revokeKey(1).act;
    assertEquals(0, nothing.a | nothing.b | nothing.c | nothing.d);
  }

  @Test
  void an_id_of_0_is_nobodys() {
    for (Role role : List.of(Role.AGENT, Role.PERSON, Role.OPERATOR)) {
      assertThrows(IllegalArgumentException.class, () -> new Principal(role, 0));
    }
  }

  @Test
  void a_view_says_what_it_sees() {
    View view = View.of(1000, new Mailbox(Mode.MONITORED, POLICY, false, false), true);
    assertEquals(1000, view.now());
    assertEquals(Mode.MONITORED, view.mode());
    assertEquals(POLICY, view.policy());
    assertEquals(true, view.stopped());
    assertEquals(
        false, View.of(0, new Mailbox(Mode.READ_ONLY, POLICY, false, false), false).stopped());
  }

  @Test
  void times_end() {
    Mailbox box = new Mailbox(Mode.MONITORED, POLICY, false, false);
    assertEquals(LATEST, View.of(LATEST, box, false).now());
    assertEquals(0, View.of(0, box, false).now());
    assertThrows(IllegalArgumentException.class, () -> View.of(LATEST + 1, box, false));
    assertThrows(IllegalArgumentException.class, () -> View.of(-1, box, false));
  }

  @Test
  void numbers_end() {
    assertEquals(0, new Risk.Known(0).thousandths());
    assertEquals(1000, new Risk.Known(1000).thousandths());
    assertThrows(IllegalArgumentException.class, () -> new Risk.Known(-1));
    assertThrows(IllegalArgumentException.class, () -> new Risk.Known(1001));
    message(1, 0, List.of());
    message(3, Integer.MAX_VALUE, List.of());
    assertThrows(IllegalArgumentException.class, () -> message(0, 0, List.of()));
    assertThrows(IllegalArgumentException.class, () -> message(4, 0, List.of()));
    assertThrows(IllegalArgumentException.class, () -> message(1, -1, List.of()));
  }

  @Test
  void a_policy_out_of_range_is_no_mailboxs() {
    inRange(new Policy(1, 0, true, 0, true, 1), true);
    inRange(new Policy(3, 1000, true, LATEST, true, Integer.MAX_VALUE), true);
    inRange(new Policy(0, 0, true, 0, true, 1), false);
    inRange(new Policy(4, 0, true, 0, true, 1), false);
    inRange(new Policy(1, -1, true, 0, true, 1), false);
    inRange(new Policy(1, 1001, true, 0, true, 1), false);
    inRange(new Policy(1, 0, true, -1, true, 1), false);
    inRange(new Policy(1, 0, true, LATEST + 1, true, 1), false);
    inRange(new Policy(1, 0, true, 0, true, 0), false);
  }

  private static void inRange(Policy policy, boolean fits) {
    Key key = Key.founding(new Principal(Role.OPERATOR, 1));
    Caller operator = Caller.presenting(key.holder(), key);
    var decision =
        Authority.createMailbox(
            0, false, operator, 1, Mode.GATED_ALL, policy, new Presented.None());
    assertEquals(fits, decision instanceof Decision.Allowed<Mailbox>);
    if (!fits) {
      assertThrows(
          IllegalArgumentException.class, () -> new Mailbox(Mode.GATED_ALL, policy, false, false));
    }
  }

  private static Message message(int required, int attempts, List<Approval> approvals) {
    return new Message(
        Direction.OUTBOUND,
        AGENT,
        DIGEST,
        approvals,
        0,
        GateTiming.GATE_FIRST,
        new Risk.Known(0),
        Mode.GATED_SEND,
        required,
        2000,
        attempts,
        false,
        false,
        Status.QUEUED);
  }

  private static void approvals(boolean fit, long... people) {
    List<Approval> approvals =
        java.util.Arrays.stream(people).mapToObj(p -> new Approval(p, DIGEST)).toList();
    if (fit) {
      assertEquals(approvals, message(1, 0, approvals).approvals());
    } else {
      assertThrows(IllegalArgumentException.class, () -> message(1, 0, approvals));
    }
  }

  @Test
  void a_row_that_no_run_can_have_stored_is_refused() {
    approvals(true, 21);
    approvals(true, 21, 22);
    approvals(true, 21, 22, 23);
    approvals(false, 21, 22, 23, 24);
    approvals(false, 0);
    approvals(false, 11);
    approvals(false, 21, 11);
    approvals(false, 21, 22, 11);
    approvals(false, 21, 21);
    approvals(false, 21, 22, 21);
    approvals(false, 21, 22, 22);
    Digest other = new Digest(1, 2, 3, 5);
    assertThrows(
        IllegalArgumentException.class, () -> message(1, 0, List.of(new Approval(21, other))));
  }

  @Test
  void a_key_that_both_sends_and_decides_is_none() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Key(PERSON, PERSON, new Scopes(false, true, true, false), true));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Key(AGENT, PERSON, new Scopes(false, false, true, false), true));
    Key founding = Key.founding(AGENT);
    assertEquals(new Key(AGENT, AGENT, new Scopes(true, false, false, true), true), founding);
  }

  @Test
  void attempts_stop_at_the_largest_number() {
    Mailbox box =
        new Mailbox(
            Mode.GATED_SEND, new Policy(1, 500, true, 1000, true, Integer.MAX_VALUE), false, false);
    var decision =
        Oversight.step(
            View.of(0, box, false),
            Caller.system(Role.DISPATCHER),
            message(1, Integer.MAX_VALUE, List.of()),
            new MessageCall.Unreachable());
    assertEquals(
        Integer.MAX_VALUE,
        decision instanceof Decision.Allowed<Message>(Message next) ? next.attempts() : -1);
  }

  private static Work work(Status status, long sendAt, Mode mode, boolean stopped, int approved) {
    Message m = message(1, 0, List.of());
    List<Approval> approvals = approved == 0 ? List.of() : List.of(new Approval(21, DIGEST));
    Message row =
        new Message(
            m.direction(),
            m.composer(),
            m.digest(),
            approvals,
            sendAt,
            m.gateTiming(),
            m.risk(),
            Mode.AUTONOMOUS,
            1,
            m.deadline(),
            0,
            false,
            false,
            status);
    return Oversight.work(View.of(1000, new Mailbox(mode, POLICY, stopped, false), false), row);
  }

  @Test
  void the_outbox_owes_what_comes_next() {
    assertEquals(new Work.Scan(), work(Status.PENDING_SCAN, 0, Mode.AUTONOMOUS, false, 0));
    assertEquals(
        new Work.At(2000, new MessageCall.Expire()),
        work(Status.PENDING_SEND_APPROVAL, 5, Mode.AUTONOMOUS, false, 0));
    assertEquals(
        new Work.At(5000, new MessageCall.Release()),
        work(Status.SCHEDULED, 5000, Mode.AUTONOMOUS, false, 0));
    assertEquals(new Work.Dispatch(), work(Status.SENDING, 0, Mode.AUTONOMOUS, false, 0));
    assertEquals(new Work.None(), work(Status.SENT, 0, Mode.AUTONOMOUS, false, 0));
    assertEquals(new Work.Dispatch(), work(Status.QUEUED, 1000, Mode.AUTONOMOUS, false, 0));
    assertEquals(new Work.None(), work(Status.QUEUED, 1000, Mode.AUTONOMOUS, true, 0));
    assertEquals(new Work.None(), work(Status.QUEUED, 1000, Mode.READ_ONLY, false, 1));
    assertEquals(
        new Work.At(1001, new MessageCall.Release()),
        work(Status.QUEUED, 1001, Mode.AUTONOMOUS, false, 0));
    assertEquals(
        new Work.At(0, new MessageCall.Release()),
        work(Status.QUEUED, 0, Mode.GATED_SEND, false, 0));
  }

  @Test
  void what_became_too_risky_in_the_outbox_goes_back() {
    Policy strict = new Policy(1, 0, true, 1000, true, 3);
    Message m =
        new Message(
            Direction.OUTBOUND,
            AGENT,
            DIGEST,
            List.of(),
            0,
            GateTiming.GATE_FIRST,
            new Risk.Known(1),
            Mode.AUTONOMOUS,
            1,
            0,
            0,
            false,
            false,
            Status.QUEUED);
    View view = View.of(0, new Mailbox(Mode.AUTONOMOUS, strict, false, false), false);
    assertEquals(new Work.At(0, new MessageCall.Release()), Oversight.work(view, m));
  }
}
