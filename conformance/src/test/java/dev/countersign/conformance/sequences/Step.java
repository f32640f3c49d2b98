package dev.countersign.conformance.sequences;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.domains.DomainContextBase;

/**
 * One call of a random sequence; what its small numbers mean depends on the world it meets. The
 * smaller, the plainer: that is the way in which a failing sequence shrinks.
 *
 * @param wrong made by anybody, with any key, instead of by somebody who ought to
 * @param back how far back the message lies, 0 for the newest
 */
record Step(Op op, int who, boolean wrong, int back, int box, int pick, int dice) {
  enum Op {
    SEND,
    REPEAT,
    APPROVE,
    REJECT,
    CANCEL,
    READ,
    LOOK,
    SET_MODE,
    SET_RULES,
    SUSPEND,
    LIFT,
    SUSPEND_ALL,
    LIFT_ALL,
    NEW_MAILBOX,
    REMOVE,
    GRANT,
    REVOKE,
    AGAIN,
    PASS_TIME
  }

  /** Mail is moved more often than the rules are changed, or little would ever leave. */
  private static final List<Op> OFTEN =
      List.of(
          Op.SEND,
          Op.SEND,
          Op.SEND,
          Op.SEND,
          Op.APPROVE,
          Op.APPROVE,
          Op.APPROVE,
          Op.APPROVE,
          Op.LIFT,
          Op.LIFT_ALL,
          Op.SET_MODE,
          Op.AGAIN,
          Op.REPEAT);

  private static final int PEOPLE = 3;
  private static final int MESSAGES = 5;
  private static final int PICKS = 5;
  private static final int DICE = 1000;
  private static final int ONE_IN_WRONG = 8;

  static Step random(Random random) {
    var ops = random.nextInt(3) < 2 ? OFTEN : List.of(Op.values());
    return new Step(
        ops.get(random.nextInt(ops.size())),
        random.nextInt(PEOPLE),
        random.nextInt(ONE_IN_WRONG) == 0,
        random.nextInt(MESSAGES),
        random.nextInt(2),
        random.nextInt(PICKS),
        random.nextInt(DICE));
  }

  /** Where the properties take their sequences from. */
  static final class Domain extends DomainContextBase {
    private static final int LENGTH = Integer.getInteger("countersign.http.sequence", 42);

    @Provide
    Arbitrary<List<Step>> sequences() {
      return steps().list().ofSize(LENGTH);
    }

    private static Arbitrary<Step> steps() {
      var often = Arbitraries.of(OFTEN);
      var any = Arbitraries.of(Op.values());
      return Combinators.combine(
              Arbitraries.oneOf(often, often, any),
              below(PEOPLE),
              below(ONE_IN_WRONG).map(number -> number == ONE_IN_WRONG - 1),
              below(MESSAGES),
              below(2),
              below(PICKS),
              below(DICE))
          .as(Step::new);
    }

    private static Arbitrary<Integer> below(int bound) {
      return Arbitraries.integers().between(0, bound - 1).withDistribution(uniform());
    }

    private static RandomDistribution uniform() {
      return RandomDistribution.uniform();
    }
  }
}
