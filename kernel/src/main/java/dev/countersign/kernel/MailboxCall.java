package dev.countersign.kernel;

/** What can be asked of one mailbox. */
public sealed interface MailboxCall {
  record SetMode(Mode mode) implements MailboxCall {}

  record SetPolicy(Policy policy) implements MailboxCall {}

  record Suspend() implements MailboxCall {}

  record Lift() implements MailboxCall {}

  record Remove() implements MailboxCall {}

  record ApplyUpgrade(Mode target, Presented by) implements MailboxCall {}
}
