package dev.countersign.conformance.simulation;

import dev.countersign.host.ids.EmailId;
import dev.countersign.kernel.Digest;

/** A message that was handed in. */
record Letter(EmailId id, Digest digest) {}
