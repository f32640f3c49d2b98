package dev.countersign.host.inbound;

import dev.countersign.host.mail.EmailAddress;
import dev.countersign.kernel.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A message as a mail server handed it in. */
public final class Received {
  private final EmailAddress recipient;
  private final byte[] message;
  private final Provenance provenance;

  /**
   * Takes it as it came.
   *
   * @param recipient from the envelope; the headers may name others
   * @param message the bytes of RFC 5322, kept as they are
   */
  public Received(EmailAddress recipient, byte[] message, Provenance provenance) {
    this.recipient = recipient;
    this.message = message.clone();
    this.provenance = provenance;
  }

  public EmailAddress recipient() {
    return recipient;
  }

  public byte[] message() {
    return message.clone();
  }

  public Provenance provenance() {
    return provenance;
  }

  /** {@return SHA-256 of the bytes} */
  public Digest digest() {
    try {
      return Digest.ofBytes(MessageDigest.getInstance("SHA-256").digest(message));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
