package dev.countersign.host.mail;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Unique Maildir file names: {@code seconds.MmicrosPprocessQcount.host,S=bytes}. */
final class MaildirNames {
  private final Clock clock;
  private final AtomicLong count = new AtomicLong();
  private final long process = ProcessHandle.current().pid();
  private final String host = host();

  MaildirNames(Clock clock) {
    this.clock = clock;
  }

  String next(int bytes) {
    Instant now = clock.instant();
    return now.getEpochSecond()
        + ".M"
        + now.getNano() / 1000
        + "P"
        + process
        + "Q"
        + count.incrementAndGet()
        + "."
        + host
        + ",S="
        + bytes;
  }

  // The Maildir page: slash and colon in a host name become \057 and \072.
  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName().replace("/", "\\057").replace(":", "\\072");
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
