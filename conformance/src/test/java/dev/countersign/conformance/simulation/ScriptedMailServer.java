package dev.countersign.conformance.simulation;

import dev.countersign.host.mail.Envelope;
import dev.countersign.host.mail.MailTransport;
import dev.countersign.host.mail.Outcome;
import dev.countersign.host.mail.TransportException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Random;
import java.util.function.Supplier;

/** A mail server that takes, puts off, refuses, stalls and hangs up, as the seed has it. */
final class ScriptedMailServer implements MailTransport {
  static final String ROW = "X-Row";

  private final Supplier<World> world;

  ScriptedMailServer(Supplier<World> world) {
    this.world = world;
  }

  @Override
  public Session open() throws TransportException {
    pause("connect");
    if (random().nextInt(8) == 0) {
      throw new TransportException("nobody answers");
    }
    return new Connection();
  }

  @Override
  public String describe() {
    return "a script";
  }

  private void pause(String about) {
    world.get().baton().pause(about);
  }

  private Random random() {
    return world.get().random();
  }

  private final class Connection implements Session {
    @Override
    public Outcome send(MimeMessage message, Envelope envelope) {
      var row = row(message);
      pause("MAIL");
      see(new Seen.Handed(row));
      pause("DATA");
      return switch (random().nextInt(8)) {
        case 0 -> new Outcome.Failed("550 no");
        case 1, 2 -> new Outcome.Deferred("451 later");
        case 3 -> new Outcome.Unknown("hung up before taking it");
        case 4 -> taken(row, new Outcome.Unknown("hung up after taking it"));
        case 5 -> {
          // Longer than any lease.
          world.get().sleep(400_000);
          yield taken(row, new Outcome.Accepted("250 at last"));
        }
        default -> taken(row, new Outcome.Accepted("250 ok"));
      };
    }

    private Outcome taken(String row, Outcome outcome) {
      see(new Seen.Taken(row));
      pause("answer");
      return outcome;
    }

    @Override
    public void close() {
      // A dead node says no good-bye, and a living one's changes nothing.
    }
  }

  private void see(Seen seen) {
    world.get().store().chronicle.add(seen);
  }

  private static String row(MimeMessage message) {
    try {
      return message.getHeader(ROW, null);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
