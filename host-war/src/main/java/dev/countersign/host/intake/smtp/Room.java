package dev.countersign.host.intake.smtp;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * How many long messages are worked on at the same time. Reading one takes some times its size in
 * memory, so many at once would end the server: they wait for one another, in their order. Short
 * ones wait for nobody.
 */
final class Room {
  private static final int UNIT = 1024;

  private final int all;
  private final Semaphore free;

  Room(long bytes) {
    all = Math.toIntExact(Math.max(1, bytes / UNIT));
    free = new Semaphore(all, true);
  }

  /** Does it as soon as there is room for so many bytes; one message alone always has it. */
  <T> T work(long bytes, Work<T> work) throws IOException, InterruptedException {
    if (bytes <= Spool.IN_MEMORY) {
      return work.done();
    }
    int units = (int) Math.min(all, bytes / UNIT + 1);
    free.acquire(units);
    try {
      return work.done();
    } finally {
      free.release(units);
    }
  }

  /** What is done with a message. */
  interface Work<T> {
    T done() throws IOException, InterruptedException;
  }
}
