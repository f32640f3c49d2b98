package dev.countersign.conformance.audit;

import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Sight;
import dev.countersign.kernel.TenantCall;
import java.util.List;
import java.util.Random;

/** Anybody calls anything; the kernel sees to it that the log is one that must pass. */
final class RandomPlay {
  private final Random random;
  private final World world = new World();

  private RandomPlay(long seed) {
    random = new Random(seed);
  }

  static World of(long seed, int steps) {
    var play = new RandomPlay(seed);
    for (int i = 0; i < steps; i++) {
      play.step();
    }
    return play.world;
  }

  private void step() {
    world.now += random.nextInt(60_000);
    switch (random.nextInt(26)) {
      case 0 -> settings();
      case 1 -> stop();
      case 2 -> world.look(anybody(), pick(List.of(Sight.values())));
      case 3 -> world.operate(anybody(), random.nextBoolean());
      case 4 -> world.annotate(anybody(), random.nextBoolean());
      case 10 -> world.unheard();
      case 11 -> world.askCode(anybody(), random.nextInt(3));
      case 12 -> world.act(anybody(), random.nextInt(3), random.nextInt(4) != 0);
      case 5 -> {
        if (random.nextBoolean()) {
          world.receive(random.nextInt(100));
        } else {
          world.arrive(random.nextInt(100));
        }
      }
      case 6, 7 ->
          world.submit(
              anybody(),
              random.nextInt(100),
              random.nextInt(4) == 0 ? world.now + random.nextInt(600_000) : 0);
      case 8 -> world.hurried(pick(List.of(50, 200, 400)));
      case 9 -> {
        if (!world.messages.isEmpty()) {
          world.again(message());
        }
      }
      default -> {
        if (!world.messages.isEmpty()) {
          call(message());
        }
      }
    }
  }

  private void settings() {
    MailboxCall call =
        switch (random.nextInt(5)) {
          case 0 -> new MailboxCall.SetMode(pick(List.of(Mode.values())));
          case 1 ->
              new MailboxCall.SetPolicy(
                  new Policy(
                      1 + random.nextInt(3),
                      random.nextInt(1001),
                      random.nextInt(4) != 0,
                      600_000,
                      true,
                      1 + random.nextInt(3)));
          case 2 -> new MailboxCall.Suspend();
          default -> new MailboxCall.Lift();
        };
    if (random.nextBoolean()) {
      world.change(anybody(), call);
    } else {
      world.change(world.operator, call, new MailboxCall.SetMode(pick(List.of(Mode.values()))));
    }
  }

  private void stop() {
    if (random.nextInt(12) == 0) {
      world.revoke(anybody(), pick(List.of(world.agent, world.ben)));
    } else {
      world.tenant(
          anybody(),
          random.nextInt(3) == 0 ? new TenantCall.SuspendAll() : new TenantCall.LiftAll());
    }
  }

  private void call(String id) {
    var digest = random.nextInt(5) == 0 ? World.digest(5) : world.message(id).digest();
    Risk risk =
        switch (random.nextInt(4)) {
          case 0 -> new Risk.Unknown();
          case 1 -> new Risk.Unchecked();
          default -> new Risk.Known(random.nextInt(400));
        };
    switch (random.nextInt(20)) {
      case 0, 1, 2 -> world.call(Role.SCANNER, id, new MessageCall.ScanResult(digest, risk));
      case 3, 4 -> world.call(anybody(), id, new MessageCall.Approve(digest));
      case 5 -> world.call(anybody(), id, new MessageCall.Reject());
      case 6 -> world.call(anybody(), id, new MessageCall.Cancel());
      case 7 ->
          world.call(anybody(), id, new MessageCall.Edit(World.digest(random.nextInt(99)), 0));
      case 8 -> world.call(Role.CLOCK, id, new MessageCall.Release());
      case 9 -> world.call(Role.CLOCK, id, new MessageCall.Expire());
      case 10, 11 -> world.call(Role.DISPATCHER, id, new MessageCall.BeginDispatch());
      case 12 -> world.call(Role.MAIL_SERVER, id, new MessageCall.Accepted());
      case 13 -> world.call(Role.MAIL_SERVER, id, new MessageCall.Deferred());
      case 14 -> world.call(Role.DISPATCHER, id, new MessageCall.OutcomeUnknown());
      case 15 -> world.call(anybody(), id, new MessageCall.Settle(random.nextBoolean()));
      case 16 -> world.call(Role.MAIL_SERVER, id, new MessageCall.Report(random.nextBoolean()));
      case 17 -> world.call(Role.DISPATCHER, id, new MessageCall.Unreachable());
      case 18 -> world.call(anybody(), id, new MessageCall.ReportSpam());
      default -> world.call(anybody(), id, new MessageCall.Read());
    }
  }

  private World.Holder anybody() {
    return pick(
        List.of(
            world.operator,
            world.agent,
            world.agent,
            world.ann,
            world.ann,
            world.ben,
            world.helper()));
  }

  private String message() {
    return pick(List.copyOf(world.messages.keySet()));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
