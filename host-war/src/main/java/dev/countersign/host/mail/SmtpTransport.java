package dev.countersign.host.mail;

import dev.countersign.host.mail.SmtpUrl.Security;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/** Sends through the operator's mail server (RFC 5321, 6409). */
public final class SmtpTransport implements MailTransport {
  private final SmtpUrl url;
  private final jakarta.mail.Session session;

  /**
   * @param trust checks the server's certificate; empty for the authorities the JVM trusts
   */
  public SmtpTransport(SmtpUrl url, SmtpTimeouts timeouts, Optional<SSLContext> trust) {
    this.url = url;
    Properties properties = properties(url.security(), timeouts);
    trust.ifPresent(
        context -> properties.put("mail.smtp.ssl.socketFactory", context.getSocketFactory()));
    this.session = jakarta.mail.Session.getInstance(properties);
  }

  @Override
  public Session open() throws TransportException {
    SmtpConnection connection =
        new SmtpConnection(session, url.security() == Security.IMPLICIT_TLS);
    try {
      connect(connection);
      return new SmtpSession(connection);
    } catch (MessagingException e) {
      throw new TransportException("The mail server is not available: " + describe() + ".", e);
    }
  }

  private void connect(SmtpConnection connection) throws MessagingException, TransportException {
    if (url.credentials().isEmpty()) {
      connection.connect(url.host(), url.port(), null, null);
      return;
    }
    SmtpUrl.Credentials login = url.credentials().get();
    connection.connect(url.host(), url.port(), login.user(), login.password());
    if (!connection.supportsExtension("AUTH")) {
      connection.close();
      throw new TransportException("The mail server offers no authentication: " + describe() + ".");
    }
  }

  @Override
  public String describe() {
    return "SMTP to " + url.host() + ":" + url.port();
  }

  @Override
  public String toString() {
    return "SmtpTransport[" + describe() + "]";
  }

  private static Properties properties(Security security, SmtpTimeouts timeouts) {
    Properties properties = new Properties();
    properties.put("mail.mime.allowutf8", "true");
    properties.put("mail.smtp.connectiontimeout", millis(timeouts.connect()));
    properties.put("mail.smtp.timeout", millis(timeouts.read()));
    properties.put("mail.smtp.writetimeout", millis(timeouts.write()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    boolean starttls = security == Security.STARTTLS_OPPORTUNISTIC;
    boolean required = security == Security.STARTTLS_REQUIRED;
    properties.put("mail.smtp.starttls.enable", Boolean.toString(starttls || required));
    properties.put("mail.smtp.starttls.required", Boolean.toString(required));
    properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    // All recipients or none: a person approved the whole list.
    properties.put("mail.smtp.sendpartial", "false");
    properties.put("mail.smtp.quitwait", "false");
    return properties;
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
