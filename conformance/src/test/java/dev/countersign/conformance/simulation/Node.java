package dev.countersign.conformance.simulation;

import dev.countersign.host.codes.Codes;
import dev.countersign.host.desk.MailboxDesk;
import dev.countersign.host.desk.MessageDesk;
import dev.countersign.host.desk.SubmitDesk;
import dev.countersign.host.dispatch.Outgoing;
import dev.countersign.host.dispatch.Worker;
import dev.countersign.host.domains.Domains;
import dev.countersign.host.firststart.DataFolder;
import dev.countersign.host.ledger.actors.ActorKeys;
import dev.countersign.host.mail.MailTransport;
import dev.countersign.host.outbox.Outbox;
import dev.countersign.host.outbox.OwedWork;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.storage.OneTransaction;
import dev.countersign.host.storage.Transactions;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** One server: the host's own beans over the simulated store, clock and mail server. */
final class Node {
  private static final Set<OwedWork> ALL = EnumSet.allOf(OwedWork.class);
  private static final int BATCH = 20;

  private final String name;
  private final Supplier<World> world;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Worker worker;
  final SubmitDesk submitting;
  final MessageDesk messages;
  final MailboxDesk mailboxes;

  Node(int number, Supplier<World> world, boolean skipping) {
    this.name = "node-" + number;
    this.world = world;
    var rows =
        new Rows(
            () -> Objects.requireNonNull(world.get().baton().current().session),
            () -> world.get().store());
    var wiring =
        new Wiring()
            .with(EntityManager.class, rows.entityManager())
            .with(OneTransaction.class, new OneSimulatedTransaction(world))
            .with(InstantSource.class, new WorldTime(world))
            .with(MailTransport.class, new ScriptedMailServer(world))
            .with(Outgoing.class, new BareOutgoing())
            .with(Limits.class, new WithoutContentWindow())
            .with(ActorKeys.class, new UnsignedEntries())
            // Never asked: the mailbox of these schedules has its risk checks off.
            .with(Domains.class, new Domains())
            // Nor these: nobody presents a code there.
            .with(Codes.class, new Codes())
            .with(DataFolder.class, named(name));
    if (skipping) {
      wiring.filling(MessageDesk.class, new DeskThatSkips());
    }
    transactions = wiring.bean(Transactions.class);
    outbox = wiring.bean(Outbox.class);
    worker = wiring.bean(Worker.class);
    submitting = wiring.bean(SubmitDesk.class);
    messages = wiring.bean(MessageDesk.class);
    mailboxes = wiring.bean(MailboxDesk.class);
  }

  private record WorldTime(Supplier<World> world) implements InstantSource {
    @Override
    public Instant instant() {
      return world.get().instant();
    }

    @Override
    public long millis() {
      return world.get().millis();
    }
  }

  private static DataFolder named(String name) {
    try {
      var folder = new DataFolder();
      var field = DataFolder.class.getDeclaredField("nodeName");
      field.setAccessible(true);
      field.set(folder, name);
      return folder;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the pump of a server does from its start on, until nothing is owed any more. */
  void pump() {
    transactions.run(
        () -> {
          outbox.expireLeasesOf(name);
          return true;
        });
    boolean going = true;
    while (going) {
      var due = transactions.run(() -> outbox.due(world.get().millis(), ALL, BATCH));
      for (var message : due) {
        try {
          worker.work(message, ALL);
        } catch (RuntimeException e) {
          // As in the host: the lease is kept, and runs out.
          world.get().baton().pause("work failed: " + e);
        }
      }
      going = !due.isEmpty() || idle();
    }
  }

  private boolean idle() {
    var now = world.get();
    if (now.visitors > 0) {
      now.sleep(now.random().nextInt(2000));
      return true;
    }
    var next = now.nextWork();
    next.ifPresent(now::until);
    return next.isPresent();
  }

  /** Visitors write three texts over and over, and each of them counts. */
  private static final class WithoutContentWindow extends Limits {
    @Override
    public long value(Limit limit) {
      return limit == Limit.CONTENT_WINDOW_MS ? 0 : super.value(limit);
    }
  }
}
