package dev.countersign.host.inbound;

import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.InvalidMailException;
import dev.countersign.host.mail.MessageId;
import dev.countersign.host.mail.Threading;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses and message ids of a header section, as many of them as have the right form. */
final class ReceivedAddresses {
  private static final Pattern IDS = Pattern.compile("<[^<>\\s]+>");
  private static final Pattern LINE_ENDS = Pattern.compile("[\r\n]+");

  private ReceivedAddresses() {}

  static List<EmailAddress> in(MimeMessage message, String header) throws MessagingException {
    String value = message.getHeader(header, ",");
    List<EmailAddress> found = new ArrayList<>();
    if (value == null) {
      return found;
    }
    for (InternetAddress address : InternetAddress.parseHeader(shortened(value), false)) {
      address(address).ifPresent(found::add);
    }
    return found.subList(0, Math.min(found.size(), Draft.RECIPIENTS_PER_FIELD_MAX));
  }

  /** Whole addresses from the beginning: parsing takes the square of the length. */
  private static String shortened(String value) {
    if (value.length() <= ReadingLimits.ADDRESSES_CHARACTERS) {
      return LINE_ENDS.matcher(value).replaceAll("");
    }
    String beginning = value.substring(0, ReadingLimits.ADDRESSES_CHARACTERS);
    int whole = beginning.lastIndexOf(',');
    return LINE_ENDS.matcher(whole < 0 ? beginning : beginning.substring(0, whole)).replaceAll("");
  }

  private static Optional<EmailAddress> address(InternetAddress from) {
    String address = from.getAddress();
    if (address == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(EmailAddress.of(address, personal(from.getPersonal())));
    } catch (InvalidMailException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> personal(@Nullable String name) {
    return Optional.ofNullable(name)
        .map(given -> ShownText.line(given, EmailAddress.DISPLAY_NAME_CHARS_MAX));
  }

  static Optional<MessageId> id(MimeMessage message, String header) throws MessagingException {
    return ids(message, header).stream().findFirst();
  }

  static Threading threading(MimeMessage message) throws MessagingException {
    List<MessageId> references = ids(message, "References");
    int over = references.size() - Threading.REFERENCES_MAX;
    if (over > 0) {
      // The first says which conversation it is, the latest what is answered.
      references.subList(1, 1 + over).clear();
    }
    return new Threading(id(message, "In-Reply-To"), references);
  }

  private static List<MessageId> ids(MimeMessage message, String header) throws MessagingException {
    String value = message.getHeader(header, " ");
    List<MessageId> found = new ArrayList<>();
    var matcher = IDS.matcher(value == null ? "" : value);
    while (matcher.find()) {
      try {
        found.add(new MessageId(matcher.group()));
      } catch (InvalidMailException e) {
        // Strangers' ids need not have the form; what has none cannot be replied to by id.
      }
    }
    return found;
  }
}
