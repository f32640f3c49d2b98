package dev.countersign.conformance.benchmarks;

import dev.countersign.kernel.Caller;
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
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scopes;
import dev.countersign.kernel.Status;
import dev.countersign.kernel.View;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One call on one message through the kernel's typed edge: who may, and what the message then is.
 */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelSteps {
  private record Asked(View view, Caller caller, Message message, MessageCall call) {}

  private static final Digest DIGEST = new Digest(1, 2, 3, 4);
  private static final Policy POLICY = new Policy(2, 500, true, 86_400_000, true, 3);

  private final Asked[] asked = asked();
  private int next;

  private static Asked[] asked() {
    Principal person = new Principal(Role.PERSON, 21);
    Key key = new Key(person, person, new Scopes(true, false, true, false), true);
    Caller overseer = Caller.presenting(person, key);
    View view = View.of(1000, new Mailbox(Mode.GATED_SEND, POLICY, false, false), false);
    Message waiting = message(Status.PENDING_SEND_APPROVAL);
    return new Asked[] {
      new Asked(view, overseer, waiting, new MessageCall.Approve(DIGEST)),
      new Asked(view, overseer, waiting, new MessageCall.Approve(new Digest(1, 2, 3, 5))),
      new Asked(
          view,
          Caller.system(Role.DISPATCHER),
          message(Status.QUEUED),
          new MessageCall.BeginDispatch()),
      new Asked(
          view,
          Caller.system(Role.SCANNER),
          message(Status.PENDING_SCAN),
          new MessageCall.ScanResult(DIGEST, new Risk.Known(10)))
    };
  }

  private static Message message(Status status) {
    return new Message(
        Direction.OUTBOUND,
        new Principal(Role.AGENT, 11),
        DIGEST,
        List.of(),
        0,
        GateTiming.GATE_FIRST,
        new Risk.Known(10),
        Mode.GATED_SEND,
        1,
        90_000_000,
        0,
        false,
        false,
        status);
  }

  /** Takes turns: an approval, one of other bytes, a dispatch that lacks approvals, a scan. */
  @Benchmark
  public Decision<Message> step() {
    Asked now = asked[next++ & 3];
    return Oversight.step(now.view, now.caller, now.message, now.call);
  }

  /** The question that Cedar is asked too: may this person approve these bytes? */
  @Benchmark
  public Decision<Message> approve() {
    Asked now = asked[next++ & 1];
    return Oversight.step(now.view, now.caller, now.message, now.call);
  }
}
