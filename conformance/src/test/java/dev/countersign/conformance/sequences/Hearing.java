package dev.countersign.conformance.sequences;

import dev.countersign.conformance.sequences.Ask.Made;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Refusal;

/** A call before the kernel. */
final class Hearing {
  private static final String UNAUTHENTICATED = "unauthenticated";

  private Hearing() {}

  /** Who presents no live key is not heard at all; everybody else is. */
  static Outcome of(World world, Ask ask, long now, Made made) {
    var held = world.cast.held(ask.by());
    if (held == null) {
      var line = Line.of("anonymous", "anonymous", null, ask.word());
      return Outcome.refused(UNAUTHENTICATED, line);
    }
    return world.key(held.id()).live()
        ? heard(world, ask, now, made)
        : Outcome.refused(UNAUTHENTICATED, beginning(ask, held));
  }

  /** As of a key that was still live when the call came in. */
  static Outcome heard(World world, Ask ask, long now, Made made) {
    return ask.hear(world, now, beginning(ask, world.cast.known(ask.by())), made);
  }

  private static Line beginning(Ask ask, Cast.Held held) {
    var holder = held.holder();
    return Line.of(holder.who().role().wire(), holder.id(), held.id(), ask.word());
  }

  /** A call on a message, which may not be there. */
  static Outcome message(World world, String by, long now, Line line, String id, MessageCall call) {
    var named = line.action(Words.of(call)).about(id);
    var before = world.messages.get(id);
    if (before == null) {
      return Outcome.refused(Refusal.NOT_FOUND, named);
    }
    var box = world.boxOf(id);
    var under = named.under(box, world.box(box).mode());
    return switch (Oversight.step(world.view(box, now), world.caller(by), before, call)) {
      case Decision.Refused<Message>(Refusal why) -> Outcome.refused(why, under.leaving(before));
      case Decision.Allowed<Message>(Message next) -> {
        world.messages.put(id, next);
        yield Outcome.fine(200, under.leaving(next));
      }
    };
  }
}
