package dev.countersign.conformance.sequences;

import dev.countersign.kernel.Message;
import dev.countersign.kernel.Mode;
import org.jspecify.annotations.Nullable;

/**
 * One ledger entry, as far as it does not depend on the moment.
 *
 * @param role of whoever called: a principal's, a part of the server's, or {@code anonymous}
 * @param reason null when the call was allowed
 * @param mailbox the mailbox whose mode counted, with {@code mode} as it then was
 * @param status the message's after the call, with {@code digest}
 */
record Line(
    String role,
    String actor,
    @Nullable String key,
    String action,
    @Nullable String object,
    @Nullable String reason,
    @Nullable String mailbox,
    @Nullable String mode,
    @Nullable String status,
    @Nullable String digest) {

  /** Somebody's entry about nothing yet. */
  static Line of(String role, String actor, @Nullable String key, String action) {
    return new Line(role, actor, key, action, null, null, null, null, null, null);
  }

  /** A part of the server's. */
  static Line of(String part, String action) {
    return of(part, part, null, action);
  }

  Line action(String word) {
    return new Line(role, actor, key, word, object, reason, mailbox, mode, status, digest);
  }

  Line about(@Nullable String named) {
    return new Line(role, actor, key, action, named, reason, mailbox, mode, status, digest);
  }

  Line refused(@Nullable String why) {
    return new Line(role, actor, key, action, object, why, mailbox, mode, status, digest);
  }

  Line under(String box, Mode inForce) {
    return new Line(role, actor, key, action, object, reason, box, inForce.wire(), status, digest);
  }

  Line leaving(@Nullable Message message) {
    return message == null
        ? this
        : new Line(
            role,
            actor,
            key,
            action,
            object,
            reason,
            mailbox,
            mode,
            message.status().wire(),
            message.digest().hex());
  }
}
