package dev.countersign.conformance.kernel;

import java.util.Random;

/**
 * One call of a random run; what its small numbers mean depends on the world it is played in.
 *
 * @param wrong most calls come from somebody who may make them; one in eight does not
 */
record Step(
    Op op, int who, boolean wrong, int message, int box, int pick, int digest, int time, int dice) {
  enum Op {
    SUBMIT,
    RECEIVE,
    SCAN,
    APPROVE,
    REJECT,
    CANCEL,
    EDIT,
    RESCHEDULE,
    RELEASE,
    EXPIRE,
    BEGIN_DISPATCH,
    UNREACHABLE,
    ANSWER,
    OUTCOME_UNKNOWN,
    SETTLE,
    REPORT,
    READ,
    SPAM,
    SET_MODE,
    SET_POLICY,
    STOP,
    LIFT,
    REQUEST_CODE,
    APPLY_UPGRADE,
    CREATE_KEY,
    PATCH_KEY,
    REVOKE_KEY,
    SET_ADDRESS,
    OPERATE,
    CONFIRM,
    TICK
  }

  /** Mail is moved more often than the rules are changed, or little would ever leave. */
  private static final Op[] OFTEN = {
    Op.SUBMIT,
    Op.RECEIVE,
    Op.SCAN,
    Op.SCAN,
    Op.APPROVE,
    Op.APPROVE,
    Op.APPROVE,
    Op.RELEASE,
    Op.BEGIN_DISPATCH,
    Op.BEGIN_DISPATCH,
    Op.BEGIN_DISPATCH,
    Op.ANSWER,
    Op.EDIT,
    Op.READ,
    Op.TICK,
    Op.LIFT,
    Op.OUTCOME_UNKNOWN,
    Op.REQUEST_CODE
  };

  static Step random(Random random) {
    Op[] ops = random.nextInt(3) < 2 ? OFTEN : Op.values();
    return new Step(
        ops[random.nextInt(ops.length)],
        random.nextInt(3),
        random.nextInt(8) == 0,
        random.nextInt(6),
        random.nextInt(2),
        random.nextInt(5),
        random.nextInt(3),
        random.nextInt(40),
        random.nextInt(1000));
  }
}
