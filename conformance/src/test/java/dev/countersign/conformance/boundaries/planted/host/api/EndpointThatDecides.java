package dev.countersign.conformance.boundaries.planted.host.api;

import dev.countersign.host.desk.asked.AskedOfTenant;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.View;

/** A fault planted for {@code EndpointsDecideNothingTest}: all that an endpoint must never do. */
public final class EndpointThatDecides {
  private EndpointThatDecides() {}

  public static Decision<Message> send(View view, Caller caller, Message message) {
    if (view.mode() == Mode.AUTONOMOUS) {
      return new Decision.Allowed<>(message);
    }
    return Oversight.step(view, caller, message, new MessageCall.Approve(message.digest()));
  }

  /** Asks, and leaves no entry. */
  public static boolean operates(Caller caller) {
    return new AskedOfTenant.Operate(caller).answer() instanceof Decision.Allowed<Boolean>;
  }
}
