package dev.countersign.host.intake.smtp;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/**
 * XFORWARD, with which Postfix tells from whom it had a message; believed of hosts in front only.
 */
final class Forwarding extends BaseCommand {
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");
  private static final Pattern ENCODED = Pattern.compile("\\+([0-9A-F]{2})");

  private final Sittings sittings;

  Forwarding(Sittings sittings) {
    super("XFORWARD", "Says from whom the message came.");
    this.sittings = sittings;
  }

  @Override
  public void execute(String text, Session session) throws IOException {
    Sitting sitting = sittings.of(session);
    if (!sitting.trusted()) {
      session.sendResponse("550 5.7.0 Not for you");
      return;
    }
    Map<String, String> said = new HashMap<>();
    for (String word : text.split(" +", -1)) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        String name = word.substring(0, equals).toUpperCase(Locale.ROOT);
        said.put(name, decoded(word.substring(equals + 1)));
      }
    }
    // It comes in as many lines as it takes, each with other attributes.
    var before = sitting.forwarded();
    sitting.forwarding(
        new Sitting.Forwarded(
            address(said).or(() -> before.flatMap(Sitting.Forwarded::peer)),
            known(said, "HELO").or(() -> before.flatMap(Sitting.Forwarded::helo))));
    session.sendResponse("250 2.0.0 Ok");
  }

  private static Optional<String> address(Map<String, String> said) {
    return known(said, "ADDR")
        .map(address -> address.replaceFirst("(?i)^ipv6:", ""))
        .filter(address -> ADDRESS.matcher(address).matches());
  }

  private static Optional<String> known(Map<String, String> said, String name) {
    return Optional.ofNullable(said.get(name))
        .filter(value -> !value.isEmpty() && !value.startsWith("["));
  }

  /** RFC 1891's way of writing what has no place in a command. */
  private static String decoded(String text) {
    return ENCODED
        .matcher(text)
        .replaceAll(
            code -> {
              int value = Integer.parseInt(code.group(1), 16);
              return value < 0x20
                  ? ""
                  : java.util.regex.Matcher.quoteReplacement(String.valueOf((char) value));
            });
  }
}
