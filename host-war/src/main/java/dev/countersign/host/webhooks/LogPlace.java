package dev.countersign.host.webhooks;

import dev.countersign.host.ids.LedgerEntryId;

/** Where in a log to begin, as somebody says it. */
public sealed interface LogPlace {
  record Index(long index) implements LogPlace {}

  record Entry(LedgerEntryId id) implements LogPlace {}

  /** The first entry at or after this time, in milliseconds since 1970. */
  record Time(long at) implements LogPlace {}

  /** After all that is there. */
  record End() implements LogPlace {}
}
