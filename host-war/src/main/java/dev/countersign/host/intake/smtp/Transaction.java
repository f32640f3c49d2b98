package dev.countersign.host.intake.smtp;

import dev.countersign.host.inbound.MimeSize;
import dev.countersign.host.intake.Destination;
import dev.countersign.host.intake.Reception;
import dev.countersign.host.intake.Transit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/** One message on its way in: MAIL, RCPT and DATA (RFC 5321, section 3.3). */
final class Transaction implements MessageHandler {
  private static final Pattern UNPRINTABLE = Pattern.compile("[^!-~]");
  private static final Path SPOOLS = Path.of(System.getProperty("java.io.tmpdir"));
  private static final int CHUNK = 8192;
  private static final Reception TOO_LARGE = new Reception(552, "5.3.4 The message is too large");

  private static final Reception LONG_HEADER =
      new Reception(552, "5.3.4 The header section is too large");

  private final Door door;
  private final Session session;
  private final List<Destination> destinations = new ArrayList<>();
  private String sender = "";

  Transaction(Door door, Session session) {
    this.door = door;
    this.session = session;
  }

  @Override
  public void from(String from) throws RejectException {
    var peer = session.getSocket().getInetAddress();
    if (!sitting().trusted() && !door.rates().admits(peer)) {
      throw new RejectException(450, "4.7.1 Too many messages of yours, wait a minute");
    }
    sender = from;
  }

  /** Who is not known here is refused now, before anything of the message was sent. */
  @Override
  public void recipient(String recipient) throws RejectException {
    Optional<Destination> found = door.destination(recipient);
    if (found.isEmpty()) {
      if (sitting().countUnknownRecipient() > door.unknownMost()) {
        throw new DropConnectionException(421, "4.7.0 Too many addresses of nobody here");
      }
      throw new RejectException(550, "5.1.1 Nobody here has this address");
    }
    destinations.add(found.get());
  }

  /** The library's way: {@link MessageData} is in its place. */
  @Override
  public String data(InputStream data) throws RejectException {
    throw new RejectException(502, "5.5.1 Use DATA");
  }

  /** Reads to the end whatever comes, or what is left would be taken for commands. */
  List<Reception> take(InputStream data) throws IOException {
    try (var message = new Spool(SPOOLS, door.sizeMost())) {
      byte[] chunk = new byte[CHUNK];
      for (int n = data.read(chunk); n >= 0; n = data.read(chunk)) {
        message.write(chunk, n);
      }
      if (message.isOver()) {
        return forAll(TOO_LARGE);
      }
      return door.room().work(message.size(), () -> taken(message.bytes()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return forAll(Door.LATER);
    }
  }

  private List<Reception> taken(byte[] message) {
    return MimeSize.isHeaderOver(message, door.headerMost())
        ? forAll(LONG_HEADER)
        : door.take(List.copyOf(destinations), message, transit());
  }

  private List<Reception> forAll(Reception same) {
    return destinations.stream().map(each -> same).toList();
  }

  private Transit transit() {
    Sitting sitting = sitting();
    var peer = session.getSocket().getInetAddress().getHostAddress();
    var forwarded = sitting.forwarded();
    return new Transit(
        door.way(),
        sitting.trusted() ? forwarded.flatMap(Sitting.Forwarded::peer) : Optional.of(peer),
        sitting.trusted(),
        (sitting.trusted() ? forwarded.flatMap(Sitting.Forwarded::helo) : session.getHelo())
            .map(name -> UNPRINTABLE.matcher(name).replaceAll("?")),
        sender);
  }

  private Sitting sitting() {
    return door.sittings().of(session);
  }

  @Override
  public void done() {
    door.sittings().endMessage(session);
  }
}
