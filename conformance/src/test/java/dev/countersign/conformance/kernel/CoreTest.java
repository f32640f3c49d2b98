package dev.countersign.conformance.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.kernel.core.Act;
import dev.countersign.kernel.core.Caller;
import dev.countersign.kernel.core.Digest;
import dev.countersign.kernel.core.Key;
import dev.countersign.kernel.core.Mailbox;
import dev.countersign.kernel.core.Message;
import dev.countersign.kernel.core.MessageAct;
import dev.countersign.kernel.core.MessageStep;
import dev.countersign.kernel.core.Mode;
import dev.countersign.kernel.core.Policy;
import dev.countersign.kernel.core.Presented;
import dev.countersign.kernel.core.Principal;
import dev.countersign.kernel.core.Purpose;
import dev.countersign.kernel.core.Refusal;
import dev.countersign.kernel.core.Role;
import dev.countersign.kernel.core.Scopes;
import dev.countersign.kernel.core.Sight;
import dev.countersign.kernel.core.Status;
import dev.countersign.kernel.core.TenantStep;
import dev.countersign.kernel.core.View;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the core says by itself of calls that the typed edge would not carry so far: a step asks its
 * requirements once more, and a number that stands for no word is refused.
 */
public class CoreTest {
  private static final int NO_WORD = 99;
  private static final Policy POLICY = new Policy(1, 500, true, 1000, true, 3);
  private static final Principal AGENT = new Principal(Role.AGENT, 11);
  private static final Caller NOBODY = Caller.withoutKey(AGENT);
  private static final Mailbox BOX = new Mailbox(Mode.GATED_SEND, POLICY, true, false);
  private static final Digest DIGEST = new Digest(1, 2, 3, 4);

  @Test
  void a_refused_call_leaves_a_mailbox_as_it_is() {
    assertSame(BOX, TenantStep.setMode(NOBODY, BOX, Mode.READ_ONLY));
    assertSame(BOX, TenantStep.setPolicy(NOBODY, BOX, POLICY));
    assertSame(BOX, TenantStep.suspend(NOBODY, BOX));
    assertSame(BOX, TenantStep.lift(NOBODY, BOX));
    assertSame(BOX, TenantStep.removeMailbox(NOBODY, BOX));
    assertSame(
        BOX, TenantStep.applyUpgrade(0, NOBODY, BOX, 1, Mode.AUTONOMOUS, Presented.nothing()));
  }

  @Test
  void a_refused_call_leaves_a_key_as_it_is() {
    Key key = new Key(AGENT, AGENT, Scopes.none(), true);
    assertSame(key, TenantStep.patchKey(0, NOBODY, key, 1, Scopes.none(), Presented.nothing()));
    assertSame(key, TenantStep.revokeKey(0, NOBODY, key, 1, Presented.nothing()));
  }

  @Test
  void a_refused_call_leaves_a_message_as_it_is() {
    View view = View.of(0, BOX, false);
    Message message = Message.submitted(AGENT, DIGEST, 0, 0, Mode.GATED_SEND, 1);
    MessageAct act = new MessageAct(NO_WORD, 0, DIGEST, 0, false);
    assertEquals(Refusal.FORBIDDEN, MessageStep.requires(view, NOBODY, message, act));
    assertSame(message, MessageStep.next(view, NOBODY, message, act));
    MessageAct cancel = new MessageAct(Act.CANCEL, 0, DIGEST, 0, false);
    assertSame(message, MessageStep.next(view, NOBODY, message, cancel));
  }

  @Test
  void nobody_sees_what_has_no_name() {
    assertEquals(Refusal.FORBIDDEN, Sight.requires(NOBODY, NO_WORD));
  }

  @Test
  void some_statuses_are_held_and_some_final() {
    Set<Integer> held =
        Set.of(Status.PENDING_SCAN, Status.PENDING_SEND_APPROVAL, Status.SCHEDULED, Status.QUEUED);
    Set<Integer> terminal =
        Set.of(
            Status.SEND_FAILED, Status.REJECTED, Status.CANCELLED, Status.BLOCKED, Status.EXPIRED);
    for (int status = Status.PENDING_SCAN - 1; status <= Status.SPAM_QUARANTINED; status++) {
      assertEquals(held.contains(status), Status.held(status));
      assertEquals(terminal.contains(status), Status.terminal(status));
    }
  }

  @Test
  void whoever_can_be_given_a_key_has_an_id() {
    for (int role = Role.AGENT; role <= Role.MAIL_SERVER; role++) {
      assertTrue(Principal.valid(role, 1));
      assertEquals(Role.CLOCK <= role, Principal.valid(role, 0));
    }
    assertFalse(Principal.valid(Role.AGENT - 1, 1));
    assertFalse(Principal.valid(Role.MAIL_SERVER + 1, 1));
  }

  @Test
  void a_purpose_without_a_holder_names_the_clock() {
    assertTrue(Purpose.revokeKey(1).holder.is(new Principal(Role.CLOCK, 0)));
  }
}
