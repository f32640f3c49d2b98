package dev.countersign.host.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** Host names after the {@code @}: LDH labels, or internationalised labels turned into A-labels. */
final class DomainName {
  private static final int OCTETS_MAX = 253;
  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern HOST = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
  private static final Pattern ALL_DIGITS = Pattern.compile("(.*\\.)?[0-9]+");

  // IDNA 2003 and 2008 read these differently (sharp s, final sigma, the joiners): to send to the
  // domain that was meant, the caller has to spell it.
  private static final Pattern DEVIATES = Pattern.compile("[\\u00DF\\u1E9E\\u03C2\\u200C\\u200D]");

  private DomainName() {}

  static String toAscii(String domain) {
    if (domain.startsWith("[")) {
      throw refused("An IP address in place of a domain is not accepted.");
    }
    if (DEVIATES.matcher(domain).find()) {
      throw refused("This internationalised domain is ambiguous; write it in its xn-- form.");
    }
    String ascii = CleanText.isAscii(domain) ? domain : idna(domain);
    ascii = ascii.toLowerCase(Locale.ROOT);
    if (ascii.length() > OCTETS_MAX || !HOST.matcher(ascii).matches()) {
      throw refused("The part after the @ is not a domain name.");
    }
    if (ALL_DIGITS.matcher(ascii).matches()) {
      throw refused("An IP address in place of a domain is not accepted.");
    }
    return ascii;
  }

  static String toUnicode(String asciiDomain) {
    return IDN.toUnicode(asciiDomain, IDN.USE_STD3_ASCII_RULES);
  }

  private static String idna(String domain) {
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException e) {
      throw refused("The part after the @ is not an internationalised domain name.");
    }
  }

  private static InvalidMailException refused(String message) {
    return new InvalidMailException(EmailAddress.CODE, message);
  }
}
