package dev.countersign.conformance.sequences;

import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Refusal;
import java.util.Map;

/** Creates a mailbox. */
record NewMailbox(String by, String address, Mode mode) implements Ask {
  /** What every mailbox begins with. */
  private static final Policy STANDARD = new Policy(1, 700, true, 604_800_000, true, 8);

  @Override
  public String word() {
    return "create_mailbox";
  }

  @Override
  public Request request(World world) {
    return Request.post("/v1/mailboxes", Map.of("address", address, "oversight_mode", mode.wire()));
  }

  @Override
  public Outcome hear(World world, long now, Line line, Made made) {
    boolean taken = world.places.stream().anyMatch(place -> place.address().equals(address));
    var decision =
        Authority.createMailbox(
            now, taken, world.caller(by), 1, mode, STANDARD, new Presented.None());
    return switch (decision) {
      case Decision.Refused<Mailbox>(Refusal why) -> Outcome.refused(why, line.about(address));
      case Decision.Allowed<Mailbox>(Mailbox next) -> {
        world.boxes.put(made.id(), next);
        world.places.add(new World.Place(made.id(), address));
        yield Outcome.fine(201, line.about(made.id()).under(made.id(), next.mode()))
            .saying(settled -> Map.of("/oversight_mode", next.mode().wire(), "/address", address));
      }
    };
  }

  @Override
  public String toString() {
    return by + " creates mailbox " + address + " " + mode;
  }
}
