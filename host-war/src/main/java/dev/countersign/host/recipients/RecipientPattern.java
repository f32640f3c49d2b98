package dev.countersign.host.recipients;

import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.InvalidMailException;
import java.util.Locale;
import java.util.Optional;

/**
 * One address, or all of one domain, names below it left out.
 *
 * @param text in lower case, with the domain in A-labels: {@code bob@example.org}, {@code
 *     *@example.org}
 */
public record RecipientPattern(String text) {
  public static final int CHARACTERS_MAX = 254;
  private static final String ANYBODY = "*@";

  // Stands for anybody while the rest is read as an address.
  private static final String SOMEBODY = "x@";

  /** Empty for a text that is neither. */
  public static Optional<RecipientPattern> parse(String written) {
    var given = written.strip();
    boolean domain = given.startsWith(ANYBODY);
    try {
      var address =
          EmailAddress.parse(domain ? SOMEBODY + given.substring(ANYBODY.length()) : given);
      var text = domain ? ANYBODY + address.domain() : comparable(address);
      // A star within an address is a letter like others, and would look like a pattern.
      boolean clear = domain || text.indexOf('*') < 0;
      return clear && address.displayName().isEmpty() && text.length() <= CHARACTERS_MAX
          ? Optional.of(new RecipientPattern(text))
          : Optional.empty();
    } catch (InvalidMailException e) {
      return Optional.empty();
    }
  }

  public boolean matches(EmailAddress address) {
    return text.startsWith(ANYBODY)
        ? text.equals(ANYBODY + address.domain())
        : text.equals(comparable(address));
  }

  private static String comparable(EmailAddress address) {
    return address.address().toLowerCase(Locale.ROOT);
  }
}
