package dev.countersign.host.intake.smtp;

import dev.countersign.host.inbound.Way;
import dev.countersign.host.intake.Destination;
import dev.countersign.host.intake.Destinations;
import dev.countersign.host.intake.Intake;
import dev.countersign.host.intake.Reception;
import dev.countersign.host.intake.Transit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.subethamail.smtp.RejectException;

/**
 * What a listener has behind it. Work with the database is done by the server's own threads: those
 * of connections belong to nobody, wait most of the time, and are many.
 *
 * @param sizeMost bytes of one message
 * @param headerMost bytes of its header section
 * @param unknownMost addresses of nobody here in one connection
 */
record Door(
    Way way,
    Destinations destinations,
    Intake intake,
    ExecutorService workers,
    Sittings sittings,
    PeerRates rates,
    Room room,
    long sizeMost,
    long headerMost,
    int unknownMost) {
  static final Reception LATER = new Reception(451, "4.3.0 Not now, try again later");

  Optional<Destination> destination(String recipient) throws RejectException {
    try {
      return workers.submit(() -> destinations.of(recipient)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectException(LATER.code(), LATER.text());
    } catch (ExecutionException | RuntimeException e) {
      throw new RejectException(LATER.code(), LATER.text());
    }
  }

  /** {@return how it was received for each, in their order} */
  List<Reception> take(List<Destination> recipients, byte[] message, Transit transit) {
    Callable<List<Reception>> work =
        () -> recipients.stream().map(each -> intake.take(each, message, transit)).toList();
    try {
      return workers.submit(work).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | RuntimeException e) {
      // The server is stopping, or worse: nothing is acknowledged that is not committed.
    }
    return recipients.stream().map(each -> LATER).toList();
  }
}
