package dev.countersign.conformance.sequences;

import dev.countersign.kernel.Decision;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Submission;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Hands in a message.
 *
 * @param flat by the founding documents' address, which names the mailbox in the body
 */
record Send(String by, World.Place box, Letter letter, boolean flat) implements Ask {
  @Override
  public String word() {
    return "submit";
  }

  @Override
  public Request request(World world) {
    if (!flat) {
      return Request.post("/v1/mailboxes/" + box.id() + "/send", letter.body());
    }
    var body = new HashMap<>(letter.body());
    body.put("from", box.address());
    return Request.post("/v1/send", body);
  }

  @Override
  public Outcome hear(World world, long now, Line line, Made made) {
    var mailbox = world.box(box.id());
    var under = line.under(box.id(), mailbox.mode());
    var submission =
        new Submission(
            made.digest(), letter.sendAt(), letter.timing().orElse(GateTiming.GATE_FIRST));
    var decision =
        Oversight.submit(now, mailbox, world.suspended, false, world.caller(by), submission);
    return switch (decision) {
      case Decision.Refused<Message>(Refusal why) -> Outcome.refused(why, under.about(box.id()));
      case Decision.Allowed<Message>(Message next) -> {
        var first = letter.retryKey().map(key -> world.firsts.get(box.id() + key));
        yield first.isPresent()
            ? again(world, under, first.get())
            : taken(world, under, made.id(), next);
      }
    };
  }

  private Outcome taken(World world, Line line, String id, Message next) {
    world.messages.put(id, next);
    world.boxOf.put(id, box.id());
    world.letters.put(id, letter);
    letter.retryKey().ifPresent(key -> world.firsts.put(box.id() + key, id));
    return Outcome.fine(202, line.about(id).leaving(next))
        .saying(settled -> Map.of("/id", id, "/status", next.status().wire()));
  }

  private Outcome again(World world, Line line, String first) {
    var named = line.about(first);
    if (!letter.equals(world.letters.get(first))) {
      return Outcome.refused("idempotency_mismatch", named);
    }
    var message = Objects.requireNonNull(world.messages.get(first));
    return Outcome.fine(200, named.leaving(message))
        .saying(settled -> Map.of("/id", first, "/status", "already_sent"));
  }

  @Override
  public String toString() {
    return by + " sends from " + box.id() + " " + letter;
  }
}
