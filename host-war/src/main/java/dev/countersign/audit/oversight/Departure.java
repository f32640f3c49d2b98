package dev.countersign.audit.oversight;

import dev.countersign.audit.Findings;
import dev.countersign.audit.Rule;
import dev.countersign.audit.entries.Step;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Risk;

/** A message begins to leave: was everything there that the laws ask for? */
final class Departure {
  private Departure() {}

  static void check(
      Journey journey, Step.OnMessage on, Mailbox box, boolean stopped, Findings findings) {
    people(journey, box, findings);
    risk(journey, box, findings);
    if (stopped || box.suspended() || box.removed()) {
      findings.add(Rule.SUSPENDED_NEVER_SENDS, "a stop was in force");
    }
    if (box.mode() == Mode.READ_ONLY) {
      findings.add(Rule.READ_ONLY_NEVER_SENDS, "the mailbox was read_only");
    }
    if (on.now() < journey.sendAt()) {
      findings.add(Rule.SCHEDULE_IS_RESPECTED, "its time had not come");
    }
    boolean monitored = box.mode() == Mode.MONITORED || journey.modeAtSubmission == Mode.MONITORED;
    if (monitored && !on.after().orElseThrow().copied()) {
      findings.add(Rule.MONITORED_IS_COPIED, "the overseer's copy was left out");
    }
  }

  private static void people(Journey journey, Mailbox box, Findings findings) {
    int now = gated(box.mode()) ? box.policy().requiredApprovals() : 0;
    boolean everGated = gated(box.mode()) || gated(journey.modeAtSubmission);
    int strictest =
        everGated ? Math.max(box.policy().requiredApprovals(), journey.requiredAtSubmission) : 0;
    String people = journey.approvers() + " of ";
    if (journey.approvers() < now) {
      findings.add(
          Rule.NO_DELIVERY_WITHOUT_APPROVAL, people + now + " required people had approved it");
    } else if (journey.approvers() < strictest) {
      findings.add(
          Rule.GATED_NOW_MEANS_GATED,
          people + strictest + " people had approved it, as its submission required");
    }
  }

  private static void risk(Journey journey, Mailbox box, Findings findings) {
    boolean checks = box.policy().riskChecks();
    boolean unknown =
        switch (journey.risk()) {
          case Risk.Unknown() -> true;
          case Risk.Unchecked() -> checks;
          case Risk.Known(int thousandths) -> {
            if (checks && box.policy().riskThreshold() < thousandths) {
              findings.add(
                  Rule.RISK_ABOVE_THRESHOLD_NEVER_LEAVES,
                  "its risk was " + thousandths + " of 1000, above the threshold");
            }
            yield false;
          }
        };
    if (unknown && journey.approvers() == 0) {
      findings.add(Rule.UNKNOWN_RISK_GOES_TO_A_PERSON, "its risk was unknown and nobody decided");
    }
  }

  private static boolean gated(Mode mode) {
    return mode.compareTo(Mode.GATED_SEND) <= 0;
  }
}
