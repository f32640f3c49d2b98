package dev.countersign.conformance.sequences;

import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.TenantCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * One message in a mailbox of its own, and the calls that meet on it: approvers, a person who
 * rejects, the author who cancels, a change of mode or of the number of approvals, a stop, its end,
 * a key that is taken back, and, all the while, the dispatcher.
 */
final class Racing {
  private static final int AT_LEAST = 3;
  private static final int AT_MOST = 5;
  private static final long A_WEEK = 604_800;

  private final Play play;
  private final Random random;
  private final int number;

  Racing(Play play, Random random, int number) {
    this.play = play;
    this.random = random;
    this.number = number;
  }

  /** {@return how many beginnings of orders were looked at} */
  int run() {
    if (play.world().suspended) {
      play.ask(new StopAll(Cast.OPERATOR, new TenantCall.LiftAll()));
    }
    var box = mailbox();
    int needed = 1 + random.nextInt(2);
    var mode = random.nextInt(4) == 0 ? Mode.MONITORED : Mode.GATED_SEND;
    play.ask(new Change(Cast.OPERATOR, box.id(), Optional.of(mode), Optional.of(rules(needed))));
    play.ask(new Send(author(), box, letter(), false));
    var message = List.copyOf(play.world().letters.keySet()).getLast();
    boolean stopped = random.nextInt(2) == 0;
    if (stopped) {
      play.ask(
          random.nextInt(3) == 0
              ? new StopAll(Cast.OPERATOR, new TenantCall.SuspendAll())
              : new Stop(Cast.OPERATOR, box.id(), new MailboxCall.Suspend()));
    }
    if (random.nextInt(3) == 0) {
      play.ask(new Decide(Cast.PEOPLE.getLast(), message, true, Decide.Shown.THIS));
    }
    return play.race(chosen(calls(box.id(), message, stopped)));
  }

  private World.Place mailbox() {
    play.ask(new NewMailbox(Cast.OPERATOR, address("box"), Mode.GATED_SEND));
    return play.world().places.getLast();
  }

  private static String author() {
    return Cast.AGENTS.getFirst();
  }

  private List<Ask> calls(String box, String message, boolean stopped) {
    List<Ask> calls = new ArrayList<>();
    for (var person : Cast.PEOPLE) {
      calls.add(new Decide(person, message, true, Decide.Shown.NOTHING));
    }
    calls.add(new Decide(Cast.PEOPLE.getFirst(), message, false, Decide.Shown.THIS));
    calls.add(new Cancel(author(), message, true));
    calls.add(new Read(author(), message));
    calls.add(change(box, Mode.READ_ONLY));
    calls.add(change(box, Mode.MONITORED));
    calls.add(
        new Change(
            Cast.OPERATOR, box, Optional.empty(), Optional.of(rules(1 + random.nextInt(3)))));
    calls.add(new Revoke(Cast.OPERATOR, Cast.PEOPLE.get(1)));
    if (stopped) {
      calls.add(new Stop(Cast.OPERATOR, box, new MailboxCall.Lift()));
      calls.add(new StopAll(Cast.OPERATOR, new TenantCall.LiftAll()));
    } else {
      calls.add(new Stop(Cast.PEOPLE.getFirst(), box, new MailboxCall.Suspend()));
      calls.add(new StopAll(Cast.PEOPLE.getLast(), new TenantCall.SuspendAll()));
    }
    return calls;
  }

  private static Ask change(String box, Mode mode) {
    return new Change(Cast.OPERATOR, box, Optional.of(mode), Optional.empty());
  }

  /** An approver always takes part, and whoever lifts a stop that is in force. */
  private List<Ask> chosen(List<Ask> calls) {
    var first = calls.getFirst();
    var last = calls.get(calls.size() - 1 - random.nextInt(2));
    var others = new ArrayList<>(calls);
    others.remove(first);
    others.remove(last);
    Collections.shuffle(others, random);
    int more = AT_LEAST + random.nextInt(AT_MOST - AT_LEAST + 1) - 2;
    List<Ask> chosen = new ArrayList<>(others.subList(0, more));
    chosen.add(first);
    chosen.add(last);
    Collections.shuffle(chosen, random);
    return chosen;
  }

  private static Change.Rules rules(int approvals) {
    return new Change.Rules(approvals, false, true, A_WEEK);
  }

  private Letter letter() {
    return new Letter(
        "Race " + number,
        List.of(address("to")),
        List.of(),
        List.of(address("bcc")),
        0,
        0,
        Optional.empty(),
        Optional.empty());
  }

  private String address(String what) {
    var tenant = play.world().cast.tenant().toLowerCase(Locale.ROOT).replace("_", "");
    return what + number + "." + tenant + "@peer.example";
  }
}
