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
import java.util.Optional;

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
      case Decision.Allowed<Message>(Message next) -> repeated(world, under, now, made, next);
    };
  }

  /**
   * A key says which request is meant; without one, the same content a moment later is the same.
   */
  private Outcome repeated(World world, Line line, long now, Made made, Message next) {
    var known = world.repetitions;
    var meant = letter.retryKey().flatMap(key -> known.underKey(box.id(), key));
    if (meant.isPresent()) {
      var named = line.about(meant.get().id());
      return meant.get().content().equals(content())
          ? again(world, named, meant.get().id())
          : Outcome.refused("idempotency_mismatch", named);
    }
    var echo = known.ofContent(box.id(), content(), now);
    echo.ifPresent(id -> known.remember(box.id(), letter, id));
    return echo.map(id -> again(world, line.about(id), id))
        .orElseGet(() -> taken(world, line, made, next));
  }

  private Letter content() {
    return letter.under(Optional.empty());
  }

  private Outcome taken(World world, Line line, Made made, Message next) {
    var id = made.id();
    world.messages.put(id, next);
    world.boxOf.put(id, box.id());
    world.letters.put(id, letter);
    world.repetitions.remember(box.id(), letter, id);
    world.repetitions.add(box.id(), content(), id, made.at());
    return Outcome.fine(202, line.about(id).leaving(next))
        .saying(settled -> Map.of("/id", id, "/status", next.status().wire()));
  }

  private static Outcome again(World world, Line named, String first) {
    var message = Objects.requireNonNull(world.messages.get(first));
    return Outcome.fine(200, named.leaving(message))
        .saying(settled -> Map.of("/id", first, "/status", "already_sent"));
  }

  @Override
  public String toString() {
    return by + " sends from " + box.id() + " " + letter;
  }
}
