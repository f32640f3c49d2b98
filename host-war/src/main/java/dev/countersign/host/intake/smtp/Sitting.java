package dev.countersign.host.intake.smtp;

import java.util.Optional;

/** One connection, as far as it goes beyond single messages. */
final class Sitting {
  /**
   * The host that had the mail, as the one in front says.
   *
   * @param peer empty where it does not know
   */
  record Forwarded(Optional<String> peer, Optional<String> helo) {}

  private final boolean trusted;
  private int commands;
  private int unknownRecipients;
  private Optional<Forwarded> forwarded = Optional.empty();

  Sitting(boolean trusted) {
    this.trusted = trusted;
  }

  /** Whether the peer is a host in front, whose word about others counts. */
  boolean trusted() {
    return trusted;
  }

  int countCommand() {
    return ++commands;
  }

  int countUnknownRecipient() {
    return ++unknownRecipients;
  }

  Optional<Forwarded> forwarded() {
    return forwarded;
  }

  void forwarding(Forwarded about) {
    forwarded = Optional.of(about);
  }

  /** What was said of one message says nothing of the next on the same connection. */
  void endMessage() {
    forwarded = Optional.empty();
  }
}
