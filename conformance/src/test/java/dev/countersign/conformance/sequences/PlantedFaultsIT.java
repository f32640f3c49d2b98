package dev.countersign.conformance.sequences;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.ServedWar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that are wrong in one place, each noticed by the stage that is meant for it. */
@Tag("one-database")
class PlantedFaultsIT {
  private static final long SEED = 4;
  private static final int SEQUENCES = 8;
  private static final int LENGTH = 60;
  private static final int RACES = 150;

  /** The tenant is stopped and released by whoever asks for it. */
  private static final MutatedWar.Change A_KERNEL_CALL_SKIPPED =
      new MutatedWar.Change(
          "dev/countersign/host/desk/TenantDesk.java",
          "asked.answer()",
          "(Decision<Boolean>) new Decision.Allowed<>(call instanceof TenantCall.SuspendAll)");

  /** Of two calls that read the same message, the later one overwrites the earlier. */
  private static final MutatedWar.Change NO_VERSION_CHECK =
      new MutatedWar.Change(
          "dev/countersign/host/messages/MessageRow.java",
          "@Version private long version;",
          "private long version;");

  /** On H2, where calls of one tenant wait for one another, there would be no race. */
  private static final MutatedWar.Change NO_WAITING =
      new MutatedWar.Change(
          "dev/countersign/host/desk/MessageDesk.java", "tenants.share(speaker.tenantId());", "");

  @Test
  void a_host_that_skips_one_kernel_call_is_noticed_by_the_sequences(@TempDir Path folder)
      throws IOException {
    try (var server = ServedWar.of(MutatedWar.with(List.of(A_KERNEL_CALL_SKIPPED), folder))) {
      var noticed = assertThrows(AssertionError.class, () -> sequences(server));
      assertTrue(
          noticed.toString().contains("the server and the kernel differ"), noticed::toString);
    }
  }

  @Test
  void a_race_of_approvals_without_the_version_check_is_noticed_by_the_races(@TempDir Path folder)
      throws IOException {
    try (var server =
        ServedWar.of(MutatedWar.with(List.of(NO_VERSION_CHECK, NO_WAITING), folder))) {
      var noticed = assertThrows(AssertionError.class, () -> RacesIT.run(server, RACES));
      assertTrue(noticed.toString().contains("no order of these calls"), noticed::toString);
    }
  }

  @Test
  void an_oracle_that_takes_the_same_content_again_for_another_message_is_noticed() {
    var noticed =
        assertThrows(
            AssertionError.class,
            () -> {
              try (var play = new Play(SharedServer.product(), 0)) {
                play.play(List.of(plain(Step.Op.SEND), plain(Step.Op.AGAIN)));
              }
            });
    assertTrue(noticed.toString().contains("status: expected 202, was 200"), noticed::toString);
  }

  private static Step plain(Step.Op op) {
    return new Step(op, 0, false, 0, 0, 1, 0);
  }

  private static void sequences(ServedWar server) {
    var random = new Random(SEED);
    for (int i = 0; i < SEQUENCES; i++) {
      try (var play = new Play(server)) {
        play.play(Stream.generate(() -> Step.random(random)).limit(LENGTH).toList());
      }
    }
  }
}
