package dev.countersign.host.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mailbox with an optional display name (RFC 5322 §3.4, internationalised by RFC 6531/6532).
 *
 * @param localPart the text before the {@code @}, case kept, at most 64 octets of UTF-8; a quoted
 *     string keeps its quotes
 * @param domain a host name in lower-case A-labels (RFC 5890), so equal domains are equal text
 * @param displayName the name beside the address, at most 200 characters, never blank
 */
public record EmailAddress(String localPart, String domain, Optional<String> displayName) {
  /** RFC 5321 §4.5.3.1.3 less the angle brackets. */
  public static final int OCTETS_MAX = 254;

  public static final int LOCAL_PART_OCTETS_MAX = 64;
  public static final int DISPLAY_NAME_CHARS_MAX = 200;

  static final String CODE = "invalid_address";
  private static final int INPUT_CHARS_MAX = 1024;

  // RFC 5322 atext, with RFC 6531's UTF8-non-ascii beside it.
  private static final String ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-[^\\x00-\\x7F]]+";
  private static final Pattern DOT_ATOM = Pattern.compile(ATEXT + "(?:\\." + ATEXT + ")*+");
  private static final Pattern QUOTED =
      Pattern.compile("\"(?:[ !#-\\[\\]-~[^\\x00-\\x7F]]|\\\\[ -~])*+\"");

  public EmailAddress {
    if (localPart.length() > INPUT_CHARS_MAX || domain.length() > INPUT_CHARS_MAX) {
      throw refused("The address is too long.");
    }
    CleanText.singleLine("An address", CODE, localPart);
    if (!DOT_ATOM.matcher(localPart).matches() && !QUOTED.matcher(localPart).matches()) {
      throw refused("The part before the @ has characters that an address cannot have.");
    }
    if (CleanText.utf8Length(localPart) > LOCAL_PART_OCTETS_MAX) {
      throw refused("The part before the @ is longer than 64 octets.");
    }
    domain = DomainName.toAscii(domain);
    if (CleanText.utf8Length(localPart) + 1 + domain.length() > OCTETS_MAX) {
      throw refused("The address is longer than 254 octets.");
    }
    displayName = displayName.map(String::strip).filter(name -> !name.isEmpty());
    displayName.ifPresent(EmailAddress::checkDisplayName);
  }

  /**
   * Reads {@code local@domain} or {@code Name <local@domain>}.
   *
   * @throws InvalidMailException saying what is wrong
   */
  public static EmailAddress parse(String text) {
    CleanText.singleLine("An address", CODE, text);
    if (text.length() > INPUT_CHARS_MAX) {
      throw refused("The address is too long.");
    }
    InternetAddress parsed = parseStrictly(text.strip());
    return of(parsed.getAddress(), Optional.ofNullable(parsed.getPersonal()));
  }

  /** Joins a bare {@code local@domain} and a display name. */
  public static EmailAddress of(String address, Optional<String> displayName) {
    int at = address.lastIndexOf('@');
    if (at < 0) {
      throw refused("The address has no @.");
    }
    return new EmailAddress(address.substring(0, at), address.substring(at + 1), displayName);
  }

  /** {@return {@code localPart@domain}, the domain in A-labels} */
  public String address() {
    return localPart + "@" + domain;
  }

  /**
   * {@return the address as SMTP commands and headers carry it} A-labels while everything is ASCII;
   * U-labels beside a local part that needs SMTPUTF8 anyway (RFC 6531 §3.2).
   */
  public String wireAddress() {
    return needsSmtpUtf8() ? localPart + "@" + DomainName.toUnicode(domain) : address();
  }

  /** {@return whether only servers with SMTPUTF8 (RFC 6531) can carry this address} */
  public boolean needsSmtpUtf8() {
    return !CleanText.isAscii(localPart);
  }

  /** {@return the same mailbox without its display name} */
  public EmailAddress bare() {
    return new EmailAddress(localPart, domain, Optional.empty());
  }

  /** {@return the address for people: {@code Name <local@domain>}; parse reads it back} */
  @Override
  public String toString() {
    return displayName
        .map(name -> "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\" <")
        .map(name -> name + address() + ">")
        .orElse(address());
  }

  private static InternetAddress parseStrictly(String text) {
    try {
      InternetAddress parsed = new InternetAddress(text, true);
      if (parsed.isGroup()) {
        throw refused("A group is not a single address.");
      }
      return parsed;
    } catch (AddressException e) {
      String rule = e.getMessage() == null ? "wrong syntax" : e.getMessage();
      throw refused("Not an address: " + rule.toLowerCase(Locale.ROOT) + ".");
    }
  }

  private static void checkDisplayName(String name) {
    CleanText.singleLine("A display name", CODE, name);
    if (name.length() > DISPLAY_NAME_CHARS_MAX) {
      throw refused("The display name is longer than 200 characters.");
    }
  }

  private static InvalidMailException refused(String message) {
    return new InvalidMailException(CODE, message);
  }
}
