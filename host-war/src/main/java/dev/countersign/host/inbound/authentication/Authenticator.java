package dev.countersign.host.inbound.authentication;

import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.inbound.ReadingLimits;
import dev.countersign.host.inbound.authentication.Authentication.Dkim;
import dev.countersign.host.inbound.authentication.Authentication.Dmarc;
import dev.countersign.host.inbound.authentication.Authentication.Spf;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.InvalidMailException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out who vouches for a message. */
public final class Authenticator {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final SpfCheck spf;
  private final DkimVerification dkim;
  private final DmarcCheck dmarc;

  public Authenticator(Dns dns) {
    spf = new SpfCheck(dns);
    dkim = new DkimVerification(dns);
    dmarc = new DmarcCheck(dns);
  }

  /**
   * Who had the message.
   *
   * @param peer its IP address; empty where nobody knows, and then SPF is not looked at
   * @param sender from the envelope, empty for a report
   */
  public record From(Optional<String> peer, String helo, String sender) {}

  /** {@return what is found out now; {@code now} in seconds since 1970} */
  public Authentication examine(byte[] message, From from, long now) {
    @Nullable Spf host =
        from.peer().map(peer -> spf.check(peer, from.helo(), from.sender())).orElse(null);
    List<Dkim> signatures = dkim.verify(message, now);
    Dmarc author =
        author(message)
            .map(domain -> dmarc.check(domain, host, signatures))
            .orElse(new Dmarc(Result.PERMERROR, "", null, false));
    return new Authentication(host, signatures, author);
  }

  /** Only one author in one field can be vouched for (RFC 9989, section 5.3.1). */
  private static Optional<String> author(byte[] message) {
    List<String> from = new WireFields(message).named("From");
    if (from.size() != 1 || from.getFirst().length() > ReadingLimits.ADDRESSES_CHARACTERS) {
      return Optional.empty();
    }
    try {
      String text =
          new String(
              WireFields.content(from.getFirst()).getBytes(StandardCharsets.ISO_8859_1),
              StandardCharsets.UTF_8);
      if (!isTheOneShown(message, text)) {
        return Optional.empty();
      }
      InternetAddress[] authors = InternetAddress.parseHeader(text, false);
      return authors.length == 1 && authors[0].getAddress() != null
          ? Optional.of(EmailAddress.of(authors[0].getAddress(), Optional.empty()).domain())
          : Optional.empty();
    } catch (MessagingException | InvalidMailException e) {
      return Optional.empty();
    }
  }

  /**
   * A lone CR ends a line for some readers, among them the one that shows messages, and for others
   * not: who vouches for one author must not vouch for another.
   */
  private static boolean isTheOneShown(byte[] message, String author) throws MessagingException {
    String[] shown = new InternetHeaders(new ByteArrayInputStream(message), true).getHeader("From");
    return shown != null
        && shown.length == 1
        && SPACE.matcher(shown[0]).replaceAll("").equals(SPACE.matcher(author).replaceAll(""));
  }
}
