package dev.countersign.host.desk.asked;

import dev.countersign.host.ledger.Members;
import dev.countersign.host.ledger.Step;
import dev.countersign.kernel.Decision;

/**
 * One call with everything that the kernel decides it by. What is recorded of a call is written
 * from the very values that were asked with, because both are this.
 *
 * @param <S> what the kernel answers with
 */
public interface Asked<S> {
  /** Puts the call to the kernel. */
  Decision<S> answer();

  /** {@return the call, without how it ended} */
  Members members();

  /** {@return the call with its answer, of which the host stored what the kernel allowed} */
  default Step kept(Decision<S> answer) {
    return new Step(ended(answer).map());
  }

  /** The same, where the host stored nothing although it might. */
  default Step dropped(Decision<S> answer) {
    var members = ended(answer);
    return new Step(
        (answer instanceof Decision.Allowed<S> ? members.with("kept", false) : members).map());
  }

  private Members ended(Decision<S> answer) {
    return answer instanceof Decision.Allowed<S>(S next)
        ? members().with("after", KernelJson.state(next))
        : members();
  }
}
