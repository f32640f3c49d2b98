package dev.countersign.host.desk;

import dev.countersign.host.codes.CodedAct;
import dev.countersign.host.desk.asked.Asked;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Purpose;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A call that an operator may make, or another with a code.
 *
 * @param act all that it is to do
 * @param purpose what a code for it is good for
 * @param brought the code, where the caller has one
 * @param asking the call with what is presented
 * @param storing what follows when the kernel allows it, and the entry that says so
 * @param refused the entry of a call that it refuses
 * @param <Q> the call as it is put to the kernel
 * @param <A> what the kernel answers with
 * @param <S> what the host answers with
 */
record CodeRequest<Q extends Asked<A>, A, S>(
    CodedAct act,
    Purpose purpose,
    Optional<String> brought,
    Function<Presented, Q> asking,
    BiFunction<Q, A, Stored<S>> storing,
    LedgerEntry refused) {

  /** What was stored, or why nothing was although the kernel allowed it. */
  record Stored<S>(LedgerEntry entry, Decision<S> decision) {}

  /** A request for a code alone. */
  record Bare(CodedAct act, Purpose purpose, Optional<Mailbox> concerned) {}

  Bare bare() {
    return new Bare(act, purpose, Optional.empty());
  }
}
