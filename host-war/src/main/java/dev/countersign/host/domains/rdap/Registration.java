package dev.countersign.host.domains.rdap;

import java.time.Instant;

/** What a registry says about a domain. */
public sealed interface Registration {
  record Since(Instant registered) implements Registration {}

  /** The registry has no such domain: it may be a name below one. */
  record NotThere() implements Registration {}

  /** No usable answer. */
  record Failed(String why) implements Registration {}
}
