package dev.countersign.host.outbox;

/** The kinds of work that follow a commit. */
public enum OwedWork {
  /** Judge the recipients. */
  SCAN,
  /** Hand it to the mail server. */
  DISPATCH,
  /** Tell the kernel that a time has come. */
  CLOCK
}
