package dev.countersign.conformance.sequences;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.running.ServedWar;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Calls that meet on one message at the same moment: what came of them is what the kernel says to
 * the same calls in some order, one at a time.
 */
class RacesIT {
  private static final long SEED = 4;
  private static final int RACES = Integer.getInteger("countersign.http.races", 150);
  private static final int ON_ONE_TENANT = 10;

  @Test
  void calls_at_once_end_like_calls_in_some_order() {
    var part = ReportPart.begin("http-races-" + SharedServer.database());
    var tally = run(SharedServer.product(), RACES);
    part.count("races", RACES)
        .count("orders searched", tally.orders())
        .count("HTTP calls", tally.calls())
        .count("mails", tally.mails())
        .fact("seed", SEED)
        .passed();
  }

  /** What so many races came to. */
  record Tally(long orders, int calls, int mails) {}

  static Tally run(ServedWar server, int races) {
    var random = new Random(SEED);
    var tally = new Tally(0, 0, 0);
    for (int done = 0; done < races; done += ON_ONE_TENANT) {
      try (var play = new Play(server)) {
        long orders = 0;
        for (int i = done; i < Math.min(done + ON_ONE_TENANT, races); i++) {
          orders += new Racing(play, random, i).run();
        }
        tally =
            new Tally(
                tally.orders() + orders,
                tally.calls() + play.calls(),
                tally.mails() + play.mails());
      }
    }
    return tally;
  }
}
