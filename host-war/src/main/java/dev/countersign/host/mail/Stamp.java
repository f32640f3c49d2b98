package dev.countersign.host.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * What dispatch adds to an approved draft.
 *
 * @param date for the Date header, seconds precision
 * @param aiDisclosure whether the body says that an AI agent sent it
 * @param overseerCopy one more recipient in the envelope, named in no header
 */
public record Stamp(
    MessageId messageId, Instant date, boolean aiDisclosure, Optional<EmailAddress> overseerCopy) {}
