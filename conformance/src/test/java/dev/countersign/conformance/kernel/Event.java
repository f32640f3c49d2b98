package dev.countersign.conformance.kernel;

import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Presented;
import org.jspecify.annotations.Nullable;

/**
 * What one call met and did: the rows that it concerned, as they were and as they then are.
 *
 * @param call what was asked of a message, if a message was asked
 * @param suspended the whole tenant was stopped
 * @param by the code presented, if one was
 */
record Event(
    Step step,
    long now,
    Caller caller,
    Decision<?> decision,
    long id,
    @Nullable MessageCall call,
    @Nullable Message before,
    @Nullable Message after,
    @Nullable Mailbox box,
    @Nullable Mailbox boxAfter,
    boolean suspended,
    Presented by) {
  boolean allowed() {
    return decision instanceof Decision.Allowed<?>;
  }

  boolean is(Class<? extends MessageCall> kind) {
    return allowed() && kind.isInstance(call);
  }

  /** A transmission has begun. */
  boolean dispatches() {
    return is(MessageCall.BeginDispatch.class);
  }
}
