package dev.countersign.conformance.simulation;

import dev.countersign.host.storage.OneTransaction;
import java.util.function.Supplier;

/** Begins, commits and rolls back as the container does. */
final class OneSimulatedTransaction extends OneTransaction {
  private final Supplier<World> world;

  OneSimulatedTransaction(Supplier<World> world) {
    this.world = world;
  }

  @Override
  public <T> T run(Supplier<T> work) {
    var now = world.get();
    var actor = now.baton().current();
    if (actor.session != null) {
      return work.get();
    }
    if (actor.late != null) {
      actor.late.write();
      actor.late = null;
    }
    now.baton().pause("begin");
    var session = new Session(now.store(), now.now());
    actor.session = session;
    try {
      T result = work.get();
      session.commit();
      return result;
    } finally {
      if (actor.late != session) {
        session.rollback();
      }
      if (actor.session == session) {
        actor.session = null;
      }
    }
  }

  @Override
  public boolean underWay() {
    return world.get().baton().current().session != null;
  }
}
