package dev.countersign.host.inbound.reports;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an address is to be written to again after a bounce. */
public enum BounceType {
  /** There is no such address: no message will ever arrive there. */
  HARD,
  /** This message did not arrive: a full mailbox, a policy, a server that was away too long. */
  SOFT;

  private static final Pattern IN_REPLY = Pattern.compile("^5\\d\\d[ -](5\\.\\d+\\.\\d+)");
  private static final Pattern STATUS = Pattern.compile("^([245])\\.(\\d{1,3})\\.(\\d{1,3})");

  /** {@return what a status says (RFC 3463); {@code SOFT} where it says nothing} */
  public static BounceType of(String status) {
    Matcher code = STATUS.matcher(status.strip());
    if (!code.find() || !code.group(1).equals("5")) {
      return SOFT;
    }
    return switch (code.group(2) + "." + code.group(3)) {
      // Other or undefined; mailbox disabled; no host of this name, unable to route.
      case "0.0", "2.1", "4.4" -> HARD;
      default -> code.group(2).equals("1") ? HARD : SOFT;
    };
  }

  /** {@return the same for a whole reply, such as {@code 550 5.1.1 unknown user}} */
  public static BounceType ofReply(String reply) {
    Matcher fine = IN_REPLY.matcher(reply);
    return fine.find() ? of(fine.group(1)) : SOFT;
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
