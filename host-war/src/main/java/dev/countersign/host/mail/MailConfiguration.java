package dev.countersign.host.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the way out: a mail server if one is named, else a Maildir folder in the data folder. */
@ApplicationScoped
public class MailConfiguration {
  @Produces
  @Singleton
  MailTransport transport(
      @ConfigProperty(name = "COUNTERSIGN_SMTP_URL") Optional<String> url,
      @ConfigProperty(name = "COUNTERSIGN_SMTP_CA_FILE") Optional<String> authorities,
      @ConfigProperty(name = "COUNTERSIGN_DATA", defaultValue = "data") String data,
      SmtpTimeouts timeouts) {
    return url.map(SmtpUrl::parse)
        .<MailTransport>map(
            server ->
                new SmtpTransport(
                    server, timeouts, authorities.map(Path::of).map(TrustedCertificates::in)))
        .orElseGet(() -> new Maildir(Path.of(data, "outgoing"), Clock.systemUTC()));
  }

  @Produces
  @Singleton
  SmtpTimeouts timeouts(
      @ConfigProperty(name = "COUNTERSIGN_SMTP_CONNECT_TIMEOUT_MS", defaultValue = "15000")
          long connect,
      @ConfigProperty(name = "COUNTERSIGN_SMTP_READ_TIMEOUT_MS", defaultValue = "300000") long read,
      @ConfigProperty(name = "COUNTERSIGN_SMTP_WRITE_TIMEOUT_MS", defaultValue = "180000")
          long write) {
    return new SmtpTimeouts(
        Duration.ofMillis(connect), Duration.ofMillis(read), Duration.ofMillis(write));
  }
}
