package dev.countersign.conformance.simulation;

import jakarta.persistence.LockTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread run at a time and chooses by a seed who is next, at every action on the store or
 * the mail server; and which node dies between two of them.
 */
final class Baton {
  private static final int PAUSES_MAX = 20_000;

  private final Random random;
  private final Thread audience = Thread.currentThread();
  private final List<Actor> actors = new ArrayList<>();
  private final @Nullable List<String> script;
  private final IntConsumer reboot;
  private final int odds;
  private int crashesLeft;
  private int pauses;
  private volatile @Nullable Actor turn;
  private volatile boolean over;
  private volatile @Nullable Throwable failure;

  /**
   * Chooses by {@code random}.
   *
   * @param crashes how many nodes die at most
   * @param reboot what happens when node {@code n} has died
   * @param script takes down who did what; null to take down nothing
   */
  Baton(Random random, int crashes, IntConsumer reboot, @Nullable List<String> script) {
    this.random = random;
    this.crashesLeft = crashes;
    this.reboot = reboot;
    this.script = script;
    this.odds = 60 + random.nextInt(400);
  }

  void add(Actor actor) {
    actors.add(actor);
    actor.thread.start();
  }

  Actor current() {
    var now = turn;
    if (now == null) {
      throw new IllegalStateException("nobody's turn");
    }
    return now;
  }

  /** Runs everybody to the end, or fails as the first of them failed. */
  void run() throws Throwable {
    pass(actors.get(random.nextInt(actors.size())));
    while (!over) {
      LockSupport.park(this);
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** An actor's life, from its first turn on. */
  void live(Actor me, Runnable life) {
    try {
      await(me);
      life.run();
    } catch (Crashed e) {
      // as it should
    } catch (Throwable e) {
      failure = e;
    } finally {
      actors.remove(me);
      if (failure != null || actors.isEmpty()) {
        over = true;
        LockSupport.unpark(audience);
      } else {
        pass(next());
      }
    }
  }

  /** The present actor is about to do this; others may come first, or its node may die. */
  void pause(String about) {
    var me = current();
    check(me);
    if (++pauses > PAUSES_MAX) {
      throw new AssertionError("the schedule does not come to an end");
    }
    if (script != null) {
      script.add(me.name + ": " + about);
    }
    if (crashesLeft > 0 && random.nextInt(odds) == 0) {
      crash(actors.get(random.nextInt(actors.size())).node);
      check(me);
    }
    if (random.nextInt(3) != 0) {
      handOn(me);
    }
  }

  /** Until somebody has released something. */
  void waitFor(String about) {
    var me = current();
    me.waiting = true;
    if (actors.stream().allMatch(actor -> actor.waiting && !actor.doomed)) {
      me.waiting = false;
      throw new LockTimeoutException("everybody waits: " + about);
    }
    handOn(me);
  }

  void released() {
    actors.forEach(actor -> actor.waiting = false);
  }

  private void crash(int node) {
    if (node < 0) {
      return;
    }
    crashesLeft--;
    if (script != null) {
      script.add("*** node " + node + " dies");
    }
    for (var actor : List.copyOf(actors)) {
      if (actor.node == node && !actor.doomed) {
        actor.doomed = true;
        if (actor.session != null) {
          actor.session.rollback();
          actor.session = null;
        }
        if (actor.late != null) {
          actor.late.rollback();
          actor.late = null;
        }
      }
    }
    released();
    reboot.accept(node);
  }

  private static void check(Actor me) {
    if (me.doomed) {
      throw new Crashed();
    }
  }

  private void handOn(Actor me) {
    var next = next();
    if (next != me) {
      pass(next);
      await(me);
    }
    check(me);
  }

  private Actor next() {
    var ready = actors.stream().filter(actor -> !actor.waiting || actor.doomed).toList();
    return ready.get(random.nextInt(ready.size()));
  }

  private void pass(Actor next) {
    turn = next;
    LockSupport.unpark(next.thread);
  }

  private void await(Actor me) {
    while (turn != me && !over) {
      LockSupport.park(this);
    }
    if (over) {
      throw new Crashed();
    }
  }
}
