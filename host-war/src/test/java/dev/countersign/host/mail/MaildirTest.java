package dev.countersign.host.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaildirTest {
  @TempDir Path folder;

  @Test
  void a_message_lands_in_new_with_its_envelope_before_it() throws Exception {
    ComposedMail mail = SmtpOutcomeTest.mail();
    Envelope envelope = mail.envelope().with(EmailAddress.parse("overseer@example.org"));
    Path file = deliver(new Maildir(folder, Clock.systemUTC()), mail, envelope).get(0);
    MimeMessage stored = Rfc5322.parse(Files.readAllBytes(file));
    assertArrayEquals(new String[] {"<agent@example.org>"}, stored.getHeader("Return-Path"));
    assertArrayEquals(
        new String[] {"person@example.net", "overseer@example.org"},
        stored.getHeader("Delivered-To"));
    assertEquals(mail.message().getMessageID(), stored.getMessageID());
    assertTrue(file.getFileName().toString().endsWith(",S=" + Files.size(file)));
    assertEquals(0, files("tmp").size());
  }

  @Test
  void two_messages_of_the_same_moment_get_two_names() throws Exception {
    Clock stopped = Clock.fixed(java.time.Instant.EPOCH, java.time.ZoneOffset.UTC);
    Maildir maildir = new Maildir(folder, stopped);
    ComposedMail mail = SmtpOutcomeTest.mail();
    deliver(maildir, mail, mail.envelope());
    assertEquals(2, deliver(maildir, mail, mail.envelope()).size());
  }

  @Test
  void a_folder_that_cannot_be_made_fails_the_opening() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Maildir maildir = new Maildir(file.resolve("outgoing"), Clock.systemUTC());
    assertThrows(TransportException.class, maildir::open);
  }

  @Test
  void a_folder_that_is_gone_defers_the_message() throws Exception {
    ComposedMail mail = SmtpOutcomeTest.mail();
    try (MailTransport.Session session = new Maildir(folder, Clock.systemUTC()).open()) {
      Files.delete(folder.resolve("tmp"));
      assertInstanceOf(Outcome.Deferred.class, session.send(mail.message(), mail.envelope()));
      assertEquals(List.of(), files("new"));
    }
  }

  @Test
  void without_a_mail_server_messages_go_to_the_data_folder() throws Exception {
    MailConfiguration configuration = new MailConfiguration();
    SmtpTimeouts timeouts = configuration.timeouts(1, 2, 3);
    assertEquals(
        "Maildir folder " + folder.resolve("outgoing"),
        configuration
            .transport(Optional.empty(), Optional.empty(), folder.toString(), timeouts)
            .describe());
    assertEquals(
        "SMTP to relay.example:25",
        configuration
            .transport(Optional.of("smtp://relay.example"), Optional.empty(), "data", timeouts)
            .describe());
  }

  private List<Path> deliver(Maildir maildir, ComposedMail mail, Envelope envelope)
      throws Exception {
    try (MailTransport.Session session = maildir.open()) {
      assertInstanceOf(Outcome.Accepted.class, session.send(mail.message(), envelope));
    }
    return files("new");
  }

  private List<Path> files(String sub) throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve(sub))) {
      return files.toList();
    }
  }
}
