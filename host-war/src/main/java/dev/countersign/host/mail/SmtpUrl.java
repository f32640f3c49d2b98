package dev.countersign.host.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a mail server is and how to talk to it: {@code smtp://host}, {@code
 * smtp://user:password@host:587?starttls=required}, {@code smtps://host}. User and password are
 * percent-encoded. Certificates and host names are always checked.
 *
 * @param port 25 for smtp and 465 for smtps unless given
 */
public record SmtpUrl(String host, int port, Security security, Optional<Credentials> credentials) {
  /** How the connection is protected. */
  public enum Security {
    /** Never; for a relay on this machine or network. */
    NONE,
    /** STARTTLS when the server offers it. */
    STARTTLS_OPPORTUNISTIC,
    /** STARTTLS or no connection at all. */
    STARTTLS_REQUIRED,
    /** TLS from the first byte (RFC 8314). */
    IMPLICIT_TLS
  }

  /** A login; its text form hides the password. */
  public record Credentials(String user, String password) {
    @Override
    public String toString() {
      return "Credentials[" + user + ", ***]";
    }
  }

  public SmtpUrl {
    boolean protectedFromOthers =
        security == Security.STARTTLS_REQUIRED
            || security == Security.IMPLICIT_TLS
            || host.equals("localhost")
            || host.startsWith("127.")
            || host.equals("::1");
    if (credentials.isPresent() && !protectedFromOthers) {
      throw refused("has a password but no certain TLS; add ?starttls=required or use smtps://");
    }
  }

  /**
   * Reads the URL.
   *
   * @throws IllegalArgumentException saying what is wrong, without repeating the URL
   */
  public static SmtpUrl parse(String text) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      // The exception repeats its input, and with it the password: it is not passed on.
      throw refused("is not a URL at position " + e.getIndex());
    }
    String host = uri.getHost();
    if (host == null) {
      throw refused("names no host");
    }
    if (!uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/")) {
      throw refused("must not have a path");
    }
    Security security = security(uri);
    int usual = security == Security.IMPLICIT_TLS ? 465 : 25;
    return new SmtpUrl(
        host.replace("[", "").replace("]", ""),
        uri.getPort() < 0 ? usual : uri.getPort(),
        security,
        credentials(uri.getRawUserInfo()));
  }

  private static Security security(URI uri) {
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    return switch (scheme + "?" + query) {
      case "smtp?" -> Security.NONE;
      case "smtp?starttls=opportunistic" -> Security.STARTTLS_OPPORTUNISTIC;
      case "smtp?starttls=required" -> Security.STARTTLS_REQUIRED;
      case "smtps?" -> Security.IMPLICIT_TLS;
      default ->
          throw refused(
              "must be smtp://…, smtp://…?starttls=required, smtp://…?starttls=opportunistic or"
                  + " smtps://…");
    };
  }

  private static Optional<Credentials> credentials(@Nullable String userInfo) {
    if (userInfo == null) {
      return Optional.empty();
    }
    int colon = userInfo.indexOf(':');
    if (colon <= 0) {
      throw refused("must have both a user and a password, or neither");
    }
    return Optional.of(
        new Credentials(
            decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1))));
  }

  // URLDecoder is for forms, where + is a space; in a URL's user part it is a plus.
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("COUNTERSIGN_SMTP_URL " + why + ".");
  }
}
