package dev.countersign.conformance.sequences;

import dev.countersign.conformance.sequences.Ask.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several calls that are put on the wire at the same moment. */
final class Volley {
  private final Wire wire;
  private final World world;

  Volley(Wire wire, World world) {
    this.wire = wire;
    this.world = world;
  }

  /** All of them together. {@return what came of each, in the same order} */
  List<Shot> fire(List<Ask> asks) {
    var ready = new CountDownLatch(asks.size());
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Shot>> under = new ArrayList<>();
      for (var ask : asks) {
        var request = ask.request(world);
        under.add(hands.submit(() -> shot(ask, request, ready)));
      }
      List<Shot> shots = new ArrayList<>();
      for (var each : under) {
        shots.add(each.get());
      }
      return shots;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Shot shot(Ask ask, Request request, CountDownLatch ready) throws InterruptedException {
    ready.countDown();
    ready.await();
    long begun = System.nanoTime();
    var answer = wire.put(request, ask.by());
    long ended = System.nanoTime();
    return new Shot(ask, answer, wire.made(ask, answer), begun, ended);
  }
}
