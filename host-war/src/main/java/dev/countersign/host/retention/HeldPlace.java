package dev.countersign.host.retention;

/** What a legal hold is on, by public ids. */
public sealed interface HeldPlace {
  /** All that the tenant has. */
  record WholeTenant() implements HeldPlace {}

  /** A mailbox with all its messages, also those to come. */
  record OneMailbox(String id) implements HeldPlace {}

  record OneMessage(String id) implements HeldPlace {}
}
