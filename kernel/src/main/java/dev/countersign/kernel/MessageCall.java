package dev.countersign.kernel;

/**
 * What can be asked of one message. Who may say it is part of the type: an endpoint for agents
 * takes a {@link ByAgent} and cannot be handed an approval.
 */
public sealed interface MessageCall {
  sealed interface ByAgent extends MessageCall {}

  sealed interface ByPerson extends MessageCall {}

  sealed interface ByClock extends MessageCall {}

  sealed interface ByScanner extends MessageCall {}

  sealed interface ByDispatcher extends MessageCall {}

  sealed interface ByMailServer extends MessageCall {}

  /** The risk of exactly these bytes. */
  record ScanResult(Digest digest, Risk risk) implements ByScanner {}

  /** Approves exactly the bytes that the person was shown. */
  record Approve(Digest digest) implements ByPerson {}

  record Reject() implements ByPerson {}

  record Cancel() implements ByAgent, ByPerson {}

  record Edit(Digest digest, long sendAt) implements ByAgent {}

  record Reschedule(long sendAt) implements ByAgent {}

  record Release() implements ByClock {}

  record Expire() implements ByClock {}

  record BeginDispatch() implements ByDispatcher {}

  /** No mail server could be reached; nothing was handed over. */
  record Unreachable() implements ByDispatcher {}

  record Accepted() implements ByMailServer {}

  record Failed() implements ByMailServer {}

  record Deferred() implements ByMailServer {}

  /** The transmission began and nobody knows how it ended. */
  record OutcomeUnknown() implements ByDispatcher {}

  /** A person says how an unknown outcome ended. */
  record Settle(boolean delivered) implements ByPerson {}

  /** A delivery report. */
  record Report(boolean delivered) implements ByMailServer {}

  record Read() implements ByAgent, ByPerson {}

  record ReportSpam() implements ByAgent, ByPerson {}

  record NotSpam() implements ByAgent, ByPerson {}
}
