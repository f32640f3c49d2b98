package dev.countersign.conformance.sequences;

import dev.countersign.conformance.report.ReportPart;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Random sequences of HTTP calls on the deployed archive, with the kernel as the oracle. Each is
 * played on a tenant of its own, so that a shorter one can be played again.
 *
 * <p>{@code -Dcountersign.http.sequence=N} makes each of them N calls long. Left out, because there
 * is no call for it yet: editing and rescheduling, replies, incoming mail, the codes of the trust
 * ladder, and settling an unknown outcome. Mail servers that refuse or vanish are the simulator's.
 * Mailboxes that judge their recipients are left to the tests of domain intelligence.
 */
@Domain(Step.Domain.class)
class SequencesIT {
  private static final String SEED = "4";
  private static final int TRIES = 24;
  private static final int LEAST_CALLS = 1000;

  private static final ReportPart PART =
      ReportPart.begin("http-sequences-" + SharedServer.database());
  private static int sequences;
  private static int calls;
  private static int mails;
  private static boolean failed;

  @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void every_call_ends_as_the_kernel_says(@ForAll List<Step> steps) {
    boolean fine = false;
    try (var play = new Play(SharedServer.product())) {
      play.play(steps);
      sequences++;
      calls += play.calls();
      mails += play.mails();
      fine = true;
    } finally {
      failed |= !fine;
    }
  }

  @AfterContainer
  static void report() {
    if (failed) {
      return;
    }
    if (calls < LEAST_CALLS || mails == 0) {
      throw new AssertionError("only " + calls + " calls were made, and " + mails + " mails left");
    }
    PART.count("HTTP calls", calls)
        .count("sequences", sequences)
        .count("mails", mails)
        .fact("seed", SEED)
        .fact("database", SharedServer.database())
        .passed();
  }
}
