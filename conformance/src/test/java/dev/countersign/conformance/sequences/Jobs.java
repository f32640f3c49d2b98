package dev.countersign.conformance.sequences;

import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Status;
import dev.countersign.kernel.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The calls that the server makes by itself, as far as the kernel says that they are owed. */
final class Jobs {
  private static final int MOST = 20;

  private final World world;
  private final List<Line> lines = new ArrayList<>();

  private Jobs(World world) {
    this.world = world;
  }

  /**
   * Everything that is owed up to this moment, done in this world. {@return its ledger entries, in
   * order for each message}
   */
  static List<Line> settle(World world, long now) {
    var jobs = new Jobs(world);
    List.copyOf(world.messages.keySet()).forEach(id -> jobs.settle(id, now));
    return jobs.lines;
  }

  private void settle(String id, long now) {
    for (int done = 0; done < MOST; done++) {
      var message = Objects.requireNonNull(world.messages.get(id));
      switch (world.work(id, now)) {
        case Work.None() -> {
          return;
        }
        case Work.Scan() ->
            lines.add(call(world, id, now, Role.SCANNER, judged(world, id, message)));
        case Work.Dispatch() -> lines.add(dispatch(id, now, message));
        case Work.At at -> {
          if (now < at.when()) {
            return;
          }
          lines.add(call(world, id, now, Role.CLOCK, at.call()));
        }
      }
    }
    throw new AssertionError("the kernel finds ever more to do for " + id);
  }

  /** The peer of these tests accepts everything. */
  private Line dispatch(String id, long now, Message message) {
    return message.status() == Status.SENDING
        ? call(world, id, now, Role.MAIL_SERVER, new MessageCall.Accepted())
        : call(world, id, now, Role.DISPATCHER, new MessageCall.BeginDispatch());
  }

  /** What is found out is found out; whether it had to be is the mailbox's policy. */
  static MessageCall judged(World world, String id, Message message) {
    boolean checked = world.box(world.boxOf(id)).policy().riskChecks();
    return new MessageCall.ScanResult(
        message.digest(), checked ? found(world, id) : new Risk.Unchecked());
  }

  /**
   * A call that the server is seen to have made by itself, made in this world. {@return its ledger
   * entry here; empty for a call that is none of the server's}
   */
  static Optional<Line> again(World world, Line seen, long now) {
    var id = Objects.requireNonNull(seen.object());
    var message = world.messages.get(id);
    if (message == null) {
      return Optional.empty();
    }
    var part = Role.ofWire(seen.role()).orElseThrow();
    return switch (seen.action()) {
      case "scan_result" -> Optional.of(call(world, id, now, part, judged(world, id, message)));
      case "begin_dispatch" ->
          Optional.of(call(world, id, now, part, new MessageCall.BeginDispatch()));
      case "accepted" -> Optional.of(call(world, id, now, part, new MessageCall.Accepted()));
      case "release" -> Optional.of(call(world, id, now, part, new MessageCall.Release()));
      case "expire" -> Optional.of(call(world, id, now, part, new MessageCall.Expire()));
      default -> Optional.empty();
    };
  }

  private static Risk found(World world, String id) {
    return world.findings.getOrDefault(id, new Risk.Unknown());
  }

  /** One such call, by which part of the server it may be. {@return its ledger entry} */
  static Line call(World world, String id, long now, Role part, MessageCall call) {
    var box = world.boxOf(id);
    var before = Objects.requireNonNull(world.messages.get(id));
    var line = Line.of(part.wire(), Words.of(call)).about(id).under(box, world.box(box).mode());
    return switch (Oversight.step(world.view(box, now), Caller.system(part), before, call)) {
      case Decision.Refused<Message> refused -> line.refused(refused.why().code()).leaving(before);
      case Decision.Allowed<Message>(Message next) -> {
        world.messages.put(id, next);
        if (call instanceof MessageCall.BeginDispatch) {
          world.left.add(id);
        }
        yield line.leaving(next);
      }
    };
  }
}
