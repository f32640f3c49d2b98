package dev.countersign.audit;

import java.util.Locale;
import java.util.Optional;

/** One thing that is checked. A finding names the rule that is broken. */
public enum Rule {
  EXPORT_MALFORMED("", "Export again; if it stays so, the server's export is broken or forged."),
  ENTRY_MALFORMED("", "The bytes of the entry were changed, or not written by this product."),
  ENTRY_MISSING(
      "history_is_tamper_evident", "Ask for the whole log: entries are missing or added."),
  ENTRY_REPEATED("every_step_is_logged", "An entry was copied; ask who could write to the log."),
  TIME_IMPLAUSIBLE("", "Compare the clocks of the servers with what the entries say."),
  OTHER_TENANT("tenant_isolation", "An entry of another tenant is in this log: treat as a breach."),
  DETACHED_DIFFERS("", "A note or name shown for the entry is not the one that was recorded."),
  KEY_UNKNOWN("", "An entry is signed with a key that the log never introduced: distrust it."),
  KEY_MISNAMED("", "The key introduced is not the key that signed: distrust the entry."),
  KEY_OF_ANOTHER("", "Somebody signed in another's name: distrust the entry."),
  KEY_REPLACED("", "A new key took the place of an old one without its word: ask who changed it."),
  KEY_RETIRED("", "A key was used after its successor had taken over: distrust the entry."),
  SIGNATURE_WRONG("", "The entry is not what its actor signed: it was changed or forged."),
  LOG_KEY_UNKNOWN("", "The export names a log key that you were not given: get the keys again."),
  LOG_KEY_UNCHAINED(
      "", "The log's key was changed without the old key's word: ask the operator for the keys."),
  CHECKPOINT_UNSIGNED("", "The checkpoint is not signed with the log's keys: do not rely on it."),
  CHECKPOINT_DIFFERS(
      "history_is_tamper_evident",
      "The log once vouched for other entries: history was rewritten. Keep both files."),
  COSIGNATURE_WRONG("", "A witness did not sign this: ask the witness what it has seen."),
  TILE_DIFFERS(
      "history_is_tamper_evident",
      "Others are shown hashes of another log than you: keep the export and the tile."),
  LOG_FORKED(
      "consistency_is_sound",
      "The log was shown to you otherwise before: keep both checkpoints and ask the operator."),
  STEP_MISSING("every_step_is_logged", "A change has no record of the kernel's call: ask why."),
  OLDER_THAN_LOG(
      "every_step_is_logged",
      "If the installation is older than its log, say so with --older-than-log."),
  STATE_BROKEN("every_step_is_logged", "Something changed between two entries without an entry."),
  SETTINGS_DIFFER("gated_now_means_gated", "The call was judged by settings not then in force."),
  POLICY_VERSION_WRONG("gated_now_means_gated", "The entry names another version of the policy."),
  STOP_IGNORED(
      "suspended_never_sends", "The call was judged as if the tenant's stop were another."),
  SCOPES_DIFFER("no_escalation_to_self_approval", "The caller's key did not allow this then."),
  ACTOR_DIFFERS("every_step_is_logged", "The entry names another actor than the call had."),
  FIELDS_DIFFER("every_step_is_logged", "What the entry says is not what its call did."),
  KERNEL_DISAGREES("", "The proved kernel decides otherwise: what was recorded did not follow it."),
  NO_DELIVERY_WITHOUT_APPROVAL("Find the message: it left without the approvals it needed."),
  GATED_NOW_MEANS_GATED("Find the message: a stricter mode or policy was not kept to."),
  APPROVAL_BINDS_BYTES("Find the message: other bytes were approved than those that counted."),
  NO_SELF_APPROVAL("Ask who holds this person's key: the composer approved."),
  NO_ESCALATION_TO_SELF_APPROVAL("Revoke the key: it can write and decide, or is a program's."),
  APPROVAL_IS_SINGLE_USE("Find the approval: one person counted more than once."),
  SILENCE_NEVER_APPROVES("Find the approval: nobody who may decide gave it."),
  AUTONOMY_NEVER_RISES_WITHOUT_OPERATOR("Set the mailbox back: nobody who may loosened it."),
  CODE_STANDS_FOR_ONE_ACT_ONCE("Ask the overseer: nobody gave a code for this, or it was used."),
  READ_ONLY_NEVER_SENDS("Find the message: it left a mailbox that may not send."),
  GATED_ALL_HIDES_INBOUND("Find the message: an agent read what nobody had released."),
  SUSPENDED_NEVER_SENDS("Find the message: it left during a stop, or a stop was lifted wrongly."),
  TERMINAL_IS_TERMINAL("Find the message: it was over, and then moved on."),
  SENT_IS_FINAL("Ask the recipients: the message may have left twice."),
  UNKNOWN_OUTCOME_IS_NOT_RETRIED_BLINDLY("Ask the recipients: it may have left twice."),
  SCHEDULE_IS_RESPECTED("Find the message: it left before its time."),
  MONITORED_IS_COPIED("Send the overseer the copy that was left out."),
  RISK_ABOVE_THRESHOLD_NEVER_LEAVES("Find the message: its recipients were too risky."),
  UNKNOWN_RISK_GOES_TO_A_PERSON("Find the message: nobody knew its risk, and no person decided.");

  private final String law;
  private final String advice;

  Rule(String law, String advice) {
    this.law = law;
    this.advice = advice;
  }

  /** A rule that is a law of oversight under its own name. */
  Rule(String advice) {
    this.law = "-";
    this.advice = advice;
  }

  /** {@return the stable name in reports, such as {@code signature_wrong}} */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return the law of the claims that is broken with the rule, where there is one} */
  public Optional<String> law() {
    return law.equals("-") ? Optional.of(code()) : Optional.of(law).filter(name -> !name.isEmpty());
  }

  /** {@return what to do about it} */
  public String advice() {
    return advice;
  }
}
