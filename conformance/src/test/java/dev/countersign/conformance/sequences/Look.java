package dev.countersign.conformance.sequences;

import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Sight;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Looks at a list.
 *
 * @param box of which mailbox, for an inbox
 */
record Look(String by, Sight sight, String box) implements Ask {
  @Override
  public String word() {
    return "look_at_" + sight.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Request request(World world) {
    return Request.get(
        switch (sight) {
          case INBOX -> "/v1/mailboxes/" + box + "/emails?limit=100";
          case MAILBOXES -> "/v1/mailboxes";
          case PENDING -> "/v1/oversight/pending?limit=100";
          case KEYS -> "/v1/api-keys";
          case LEDGER -> "/v1/audit-log?limit=1";
        });
  }

  @Override
  public Outcome hear(World world, long now, Line line, Made made) {
    var named = sight == Sight.INBOX ? line.about(box).under(box, world.box(box).mode()) : line;
    return switch (Authority.look(world.caller(by), sight)) {
      case Decision.Refused<Boolean>(Refusal why) -> Outcome.refused(why, named);
      case Decision.Allowed<Boolean> allowed ->
          Outcome.fine(200, named).saying(settled -> seen(settled, now));
    };
  }

  private Map<String, String> seen(World world, long now) {
    return switch (sight) {
      case INBOX ->
          Map.of(
              "/emails[]/id",
              String.join(
                  " ",
                  ids(world).stream()
                      .filter(id -> world.boxOf(id).equals(box))
                      .sorted(Comparator.reverseOrder())
                      .toList()));
      case PENDING -> {
        var waiting = ids(world).stream().filter(id -> waits(world, id, now)).sorted().toList();
        yield Map.of(
            "/items[]/message_id",
            String.join(" ", waiting),
            "/total",
            Integer.toString(waiting.size()));
      }
      case MAILBOXES -> {
        long there = world.boxes.values().stream().filter(each -> !removed(each)).count();
        yield Map.of("/mailboxes", Long.toString(there));
      }
      case KEYS -> Map.of("/api_keys", Integer.toString(world.keys.size()));
      case LEDGER -> Map.of("/entries", "1");
    };
  }

  private static boolean removed(Mailbox box) {
    return box.removed();
  }

  private static List<String> ids(World world) {
    return List.copyOf(world.messages.keySet());
  }

  private static boolean waits(World world, String id, long now) {
    var message = world.messages.get(id);
    return message != null && Oversight.awaitsDecision(world.view(world.boxOf(id), now), message);
  }

  @Override
  public String toString() {
    return by + " looks at " + sight + (sight == Sight.INBOX ? " of " + box : "");
  }
}
