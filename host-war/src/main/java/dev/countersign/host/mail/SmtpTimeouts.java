package dev.countersign.host.mail;

import java.time.Duration;

/** How long to wait for a mail server; RFC 5321 §4.5.3.2 asks for minutes on replies. */
public record SmtpTimeouts(Duration connect, Duration read, Duration write) {
  public static final SmtpTimeouts DEFAULT =
      new SmtpTimeouts(Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofMinutes(3));
}
