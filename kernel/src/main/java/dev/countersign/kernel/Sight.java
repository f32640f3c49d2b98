package dev.countersign.kernel;

/** What can be looked at without touching a message. */
public enum Sight {
  INBOX(dev.countersign.kernel.core.Sight.INBOX),
  MAILBOXES(dev.countersign.kernel.core.Sight.MAILBOXES),
  PENDING(dev.countersign.kernel.core.Sight.PENDING),
  KEYS(dev.countersign.kernel.core.Sight.KEYS),
  LEDGER(dev.countersign.kernel.core.Sight.LEDGER);

  final int code;

  Sight(int code) {
    this.code = code;
  }
}
