package dev.countersign.host.desk;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Where messages stand, and how a message stands once the dispatcher is done with it. */
@ApplicationScoped
public class Standings {
  private static final Duration PAUSE = Duration.ofMillis(40);

  @Inject Transactions transactions;
  @Inject Messages messages;
  @Inject Views views;

  /** Inside a transaction. */
  public Standing of(MessageRow row) {
    var view = views.of(row.mailbox());
    var message = row.message();
    return new Standing(
        row,
        Oversight.governing(view, message),
        Oversight.approved(message),
        Oversight.needed(view, message));
  }

  /** As it stands as soon as no dispatch is owed any more, or else when this time is over. */
  public Standing awaitDispatch(EmailId id, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    var ended = transactions.run(() -> settled(id));
    while (ended.isEmpty() && System.nanoTime() < end && pause()) {
      ended = transactions.run(() -> settled(id));
    }
    return ended.orElseGet(() -> transactions.run(() -> of(messages.find(id).orElseThrow())));
  }

  private Optional<Standing> settled(EmailId id) {
    var row = messages.find(id).orElseThrow();
    boolean owed = Oversight.work(views.of(row.mailbox()), row.message()) instanceof Work.Dispatch;
    return owed ? Optional.empty() : Optional.of(of(row));
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
