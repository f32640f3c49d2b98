package dev.countersign.audit.oversight;

import dev.countersign.kernel.Refusal;
import java.util.Optional;

/** Which law the kernel keeps by refusing. */
final class Laws {
  private Laws() {}

  static Optional<String> keptBy(Refusal why) {
    return switch (why) {
      case NEEDS_APPROVAL -> Optional.of("no_delivery_without_approval");
      case OWN_MESSAGE -> Optional.of("no_self_approval");
      case STALE_DIGEST, APPROVED -> Optional.of("approval_binds_bytes");
      case ALREADY_APPROVED, ENOUGH_APPROVALS, ALREADY_CANCELLED ->
          Optional.of("approval_is_single_use");
      case DEADLINE_PASSED, NOT_EXPIRED -> Optional.of("silence_never_approves");
      case NOT_DUE, SCHEDULING_OFF -> Optional.of("schedule_is_respected");
      case SUSPENDED, REMOVED -> Optional.of("suspended_never_sends");
      case READ_ONLY -> Optional.of("read_only_never_sends");
      case RISKY -> Optional.of("risk_above_threshold_never_leaves");
      case RISK_NOT_CHECKED -> Optional.of("unknown_risk_goes_to_a_person");
      case HELD -> Optional.of("gated_all_hides_inbound");
      case LOOSER, NOT_LOOSER, WRONG_CODE -> Optional.of("autonomy_never_rises_without_operator");
      case NEEDS_CODE -> Optional.of("code_stands_for_one_act_once");
      case SEND_AND_OVERSIGHT, OVERSIGHT_NEEDS_PERSON, NEEDS_OPERATOR, FORBIDDEN ->
          Optional.of("no_escalation_to_self_approval");
      case WRONG_STATUS -> Optional.of("terminal_is_terminal");
      case NOT_FOUND, ALREADY_EXISTS, POLICY_OUT_OF_RANGE, TIME_RUNS_FORWARD -> Optional.empty();
    };
  }
}
