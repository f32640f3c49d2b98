package dev.countersign.host.intake.smtp;

import dev.countersign.host.inbound.Way;

/** What a listener speaks. */
enum Protocol {
  SMTP(Way.SMTP, "EHLO"),
  LMTP(Way.LMTP, "LHLO");

  private final Way way;
  private final String greeting;

  Protocol(Way way, String greeting) {
    this.way = way;
    this.greeting = greeting;
  }

  Way way() {
    return way;
  }

  /** The command that a client begins with. */
  String greeting() {
    return greeting;
  }
}
