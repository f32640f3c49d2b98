package dev.countersign.host.firststart;

import dev.countersign.host.dispatch.Eraser;
import dev.countersign.host.dispatch.Pump;
import dev.countersign.host.signing.KeyPublication;
import dev.countersign.host.storage.Schema;
import dev.countersign.host.transparency.Sequencer;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** The order in which the server comes up, before it answers anybody, and goes down. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Start {
  @Inject Schema schema;
  @Inject FirstStart firstStart;
  @Inject KeyPublication signingKeys;
  @Inject Pump pump;
  @Inject Sequencer sequencer;
  @Inject Eraser eraser;

  @PostConstruct
  void up() {
    schema.migrate();
    signingKeys.begin();
    firstStart.run();
    pump.start();
    sequencer.start();
    eraser.start();
  }

  @PreDestroy
  void down() {
    eraser.stop();
    pump.stop();
    sequencer.stop();
  }
}
