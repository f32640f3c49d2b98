package dev.countersign.host.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/**
 * Keeps outgoing messages in a Maildir folder, for installations without a mail server. As delivery
 * agents do, it writes the envelope before the message: one {@code Return-Path} and one {@code
 * Delivered-To} for each recipient. Lines end in LF; signatures do not depend on that.
 */
public final class Maildir implements MailTransport {
  private final Path folder;
  private final MaildirNames names;

  public Maildir(Path folder, Clock clock) {
    this.folder = folder;
    this.names = new MaildirNames(clock);
  }

  @Override
  public Session open() throws TransportException {
    try {
      for (String sub : new String[] {"tmp", "new", "cur"}) {
        Files.createDirectories(folder.resolve(sub));
      }
      return new Folder();
    } catch (IOException e) {
      throw new TransportException("The Maildir folder cannot be made: " + folder + ".", e);
    }
  }

  @Override
  public String describe() {
    return "Maildir folder " + folder;
  }

  private static byte[] file(MimeMessage message, Envelope envelope) throws MessagingException {
    StringBuilder text = new StringBuilder();
    text.append("Return-Path: <").append(envelope.sender().wireAddress()).append(">\n");
    for (EmailAddress recipient : envelope.recipients()) {
      text.append("Delivered-To: ").append(recipient.wireAddress()).append('\n');
    }
    // Latin-1 maps every byte to one character and back, whatever the message's own charset is.
    String body = new String(Rfc5322.bytes(message), StandardCharsets.ISO_8859_1);
    byte[] head = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] rest = body.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(head.length + rest.length).put(head).put(rest).array();
  }

  private static void writeDurably(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  // The name is durable only when its folder is.
  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private final class Folder implements Session {
    @Override
    public Outcome send(MimeMessage message, Envelope envelope) {
      byte[] bytes;
      try {
        bytes = file(message, envelope);
      } catch (MessagingException e) {
        throw new IllegalArgumentException("the message cannot be written out", e);
      }
      String name = names.next(bytes.length);
      Path temporary = folder.resolve("tmp").resolve(name);
      Path inbox = folder.resolve("new");
      try {
        writeDurably(temporary, bytes);
        Files.move(temporary, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        discard(temporary);
        return new Outcome.Deferred("The message could not be written to the Maildir folder.");
      }
      try {
        forceFolder(inbox);
      } catch (IOException e) {
        return new Outcome.Unknown("The Maildir folder could not be made durable.");
      }
      return new Outcome.Accepted("stored as " + name);
    }

    private void discard(Path temporary) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException e) {
        // Readers ignore tmp, and clean it after 36 hours.
      }
    }

    @Override
    public void close() {}
  }
}
