package dev.countersign.conformance.sequences;

import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Refusal;
import java.util.Map;

/**
 * Suspends a mailbox, lifts the stop on it, or removes it.
 *
 * @param call what is asked of the kernel
 */
record Stop(String by, String box, MailboxCall call) implements Ask {
  @Override
  public String word() {
    return Words.of(call);
  }

  @Override
  public Request request(World world) {
    var path = "/v1/mailboxes/" + box;
    return call instanceof MailboxCall.Remove
        ? Request.delete(path)
        : Request.post(path + "/" + word(), Map.of());
  }

  @Override
  public Outcome hear(World world, long now, Line line, Made made) {
    var before = world.box(box);
    var under = line.about(box).under(box, before.mode());
    return switch (Authority.step(now, before, 0, world.caller(by), call)) {
      case Decision.Refused<Mailbox>(Refusal why) -> Outcome.refused(why, under);
      case Decision.Allowed<Mailbox>(Mailbox next) -> {
        world.boxes.put(box, next);
        var stop = Boolean.toString(next.suspended());
        yield call instanceof MailboxCall.Remove
            ? Outcome.fine(200, under).saying(settled -> Map.of("/status", "deleted"))
            : Outcome.fine(200, under).saying(settled -> Map.of("/suspended", stop));
      }
    };
  }

  @Override
  public String toString() {
    return by + ": " + word() + " " + box;
  }
}
