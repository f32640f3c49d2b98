package dev.countersign.conformance.simulation;

import dev.countersign.host.ids.MailboxId;
import dev.countersign.kernel.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plays one schedule after another; each is told by its seed alone. */
final class Schedule {
  private static final int NODES = 3;

  private final Faults faults;
  private final Cast cast = new Cast();
  private final Map<String, Key> keys = new HashMap<>();
  private final List<Node> nodes;
  private @Nullable World world;
  private int crashes;

  /** What a schedule has had in it. */
  record Played(int crashes, long transmissions, long conflicts, long calls) {
    Played and(Played other) {
      return new Played(
          crashes + other.crashes,
          transmissions + other.transmissions,
          conflicts + other.conflicts,
          calls + other.calls);
    }
  }

  Schedule(Faults faults) {
    this.faults = faults;
    nodes =
        IntStream.range(0, NODES)
            .mapToObj(n -> new Node(n, this::world, faults.kernelSkipped()))
            .toList();
    for (var key : List.of(cast.operator, cast.agent, cast.ann, cast.bob)) {
      keys.put(key.id(), key.key());
    }
  }

  private World world() {
    return Objects.requireNonNull(world);
  }

  /**
   * Plays the schedule of this seed and examines it.
   *
   * @param script takes down what was done; null to take down nothing
   */
  Played play(long seed, @Nullable List<String> script) throws Throwable {
    var random = new Random(seed * 0x9E3779B97F4A7C15L);
    crashes = 0;
    var baton = new Baton(random, random.nextInt(4), this::reboot, script);
    var store = new Store(faults, baton);
    var now = new World(random, baton, store);
    world = now;
    var mailbox = cast.found(store, random);
    var replay = new Replay(mailbox, keys, now.asked);
    open(now, MailboxId.parse(mailbox.id()).orElseThrow());
    baton.run();
    new Examination(now, replay).pass();
    long transmissions = store.chronicle.stream().filter(Seen.Handed.class::isInstance).count();
    return new Played(crashes, transmissions, store.conflicts, store.chronicle.size());
  }

  private void open(World now, MailboxId mailbox) {
    int running = 2 + now.random().nextInt(NODES - 1);
    for (int n = 0; n < running; n++) {
      pump(now, n);
    }
    visit(now, mailbox, "agent", Visitor::write);
    visit(now, mailbox, "ann", visitor -> visitor.decide(cast.ann));
    visit(now, mailbox, "bob", visitor -> visitor.decide(cast.bob));
    visit(now, mailbox, "operator", Visitor::operate);
    if (now.random().nextBoolean()) {
      visit(now, mailbox, "agent too", Visitor::write);
      visit(now, mailbox, "ann elsewhere", visitor -> visitor.decide(cast.ann));
    }
  }

  private void pump(World now, int node) {
    now.baton().add(new Actor("node " + node, node, now.baton(), nodes.get(node)::pump));
  }

  private void visit(World now, MailboxId mailbox, String name, Consumer<Visitor> does) {
    int node = now.random().nextInt(2);
    var visitor = new Visitor(nodes.get(node), now, cast, mailbox, name);
    now.visitors++;
    Runnable life =
        () -> {
          try {
            does.accept(visitor);
          } catch (RuntimeException e) {
            // The caller gets an error and knows nothing of what became of its call.
            now.baton().pause("failed: " + e);
          } finally {
            now.visitors--;
          }
        };
    now.baton().add(new Actor(name, node, now.baton(), life));
  }

  private void reboot(int node) {
    crashes++;
    pump(world(), node);
  }
}
