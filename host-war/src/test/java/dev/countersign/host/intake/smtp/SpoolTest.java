package dev.countersign.host.intake.smtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
  private static final int MOST = 3 * Spool.IN_MEMORY;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Spool.IN_MEMORY, Spool.IN_MEMORY + 1, MOST})
  void what_came_is_there_whole_and_no_file_stays(int size) throws IOException {
    byte[] message = new byte[size];
    new Random(size).nextBytes(message);
    try (var spool = new Spool(folder, MOST)) {
      for (int at = 0; at < size; at += 1000) {
        int count = Math.min(1000, size - at);
        spool.write(Arrays.copyOfRange(message, at, at + count), count);
      }
      assertEquals(size, spool.size());
      assertFalse(spool.isOver());
      assertArrayEquals(message, spool.bytes());
      assertEquals(size > Spool.IN_MEMORY ? 1 : 0, files());
    }
    assertEquals(0, files());
  }

  @Test
  void of_what_is_too_long_nothing_is_kept() throws IOException {
    try (var spool = new Spool(folder, MOST)) {
      for (int i = 0; i <= MOST / 1000; i++) {
        spool.write(new byte[1000], 1000);
      }
      assertTrue(spool.isOver());
      assertEquals(0, files());
      assertEquals(0, spool.bytes().length);
    }
  }

  @Test
  void long_messages_wait_for_one_another_and_shortOneDoneones_do_not() throws Exception {
    var room = new Room(2L * Spool.IN_MEMORY);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var shortOneDone = new CountDownLatch(1);
    List<Future<?>> all = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        all.add(
            threads.submit(
                () ->
                    room.work(
                        Spool.IN_MEMORY + 1,
                        () -> {
                          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                          shortOneDone.await();
                          return inside.decrementAndGet();
                        })));
      }
      room.work(
          Spool.IN_MEMORY,
          () -> {
            shortOneDone.countDown();
            return true;
          });
      for (var each : all) {
        each.get();
      }
    }
    assertEquals(1, most.get());
    assertEquals(0, room.work(Long.MAX_VALUE, inside::get), "one alone always has room");
  }

  private long files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.count();
    }
  }
}
