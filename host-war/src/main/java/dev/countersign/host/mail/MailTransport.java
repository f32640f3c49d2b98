package dev.countersign.host.mail;

import jakarta.mail.internet.MimeMessage;

/**
 * A way out for messages, used in two phases: a failed {@link #open()} means that nothing left, so
 * the dispatcher records "transmission begun" between the two.
 */
public interface MailTransport {
  /**
   * Connects and authenticates.
   *
   * @throws TransportException if that failed; nothing was sent
   */
  Session open() throws TransportException;

  /** {@return where messages go, in words for the operator, without secrets} */
  String describe();

  /** An open connection; not for use by several threads at once. */
  interface Session extends AutoCloseable {
    /**
     * Hands one message over. All recipients or none: when any one is refused, nobody gets the
     * message. Never throws for what the other side does.
     */
    Outcome send(MimeMessage message, Envelope envelope);

    /** Says good-bye if it can; what was accepted stays accepted. */
    @Override
    void close();
  }
}
