package dev.countersign.host.firststart;

import dev.countersign.host.dispatch.Eraser;
import dev.countersign.host.dispatch.Pump;
import dev.countersign.host.intake.smtp.Listeners;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Actor;
import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.ledger.actors.DerivedKeys;
import dev.countersign.host.platform.EventLog;
import dev.countersign.host.signing.KeyPublication;
import dev.countersign.host.storage.Schema;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.transparency.Sequencer;
import dev.countersign.host.webhooks.Rounds;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** The order in which the server comes up, before it answers anybody, and goes down. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Start {
  private static final EventLog LOG = EventLog.of(Start.class);

  @Inject Schema schema;
  @Inject FirstStart firstStart;
  @Inject KeyPublication signingKeys;
  @Inject Pump pump;
  @Inject Sequencer sequencer;
  @Inject Eraser eraser;
  @Inject DerivedKeys actorKeys;
  @Inject Transactions transactions;
  @Inject Ledger ledger;
  @Inject DataFolder data;
  @Inject InstantSource time;
  @Inject Rounds rounds;
  @Inject Listeners listeners;

  @PostConstruct
  void up() {
    schema.migrate();
    transactions.run(
        () -> {
          actorKeys.begin();
          return true;
        });
    signingKeys.begin();
    firstStart.run();
    recorded(Action.START_SERVER);
    pump.start();
    sequencer.start();
    eraser.start();
    rounds.start();
    listeners.start();
  }

  @PreDestroy
  void down() {
    listeners.stop();
    eraser.stop();
    rounds.stop();
    pump.stop();
    try {
      recorded(Action.STOP_SERVER);
    } catch (RuntimeException e) {
      // The database may be gone before us; the next start shows in the ledger either way.
      LOG.event("the end of this node is not in the ledger").with(e).warning();
    }
    sequencer.stop();
  }

  private void recorded(Action action) {
    var node = data.nodeName();
    transactions.run(
        () -> {
          ledger.append(LedgerEntry.of(time.millis(), Actor.server(node), action).on(node));
          return true;
        });
  }
}
