package dev.countersign.conformance.simulation;

import static java.util.Objects.requireNonNull;

import dev.countersign.host.ledger.LedgerRow;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.kernel.Approval;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Status;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What must be true of everything that was seen in one schedule, whatever happened. */
final class Examination {
  private static final Set<Mode> GATED =
      EnumSet.of(Mode.READ_ONLY, Mode.GATED_ALL, Mode.GATED_SEND);
  private static final Set<String> ENDINGS =
      Set.of("accepted", "failed", "deferred", "settle", "report");

  private final World world;
  private final Replay replay;
  private final Map<String, String> recorded = new HashMap<>();
  private final Map<String, Set<String>> approvers = new HashMap<>();
  private final Map<String, Integer> leaves = new HashMap<>();
  private final Map<String, Integer> handed = new HashMap<>();
  private final Map<String, Integer> taken = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  Examination(World world, Replay replay) {
    this.world = world;
    this.replay = replay;
  }

  void pass() {
    world.store().chronicle.forEach(this::look);
    for (var place : world.store().table(MessageRow.class)) {
      settled(world.store().object(MessageRow.class, place.id()));
    }
  }

  private void look(Seen seen) {
    switch (seen) {
      case Seen.Committed committed -> committed(committed);
      case Seen.Handed(String id) ->
          must(
              handed.merge(id, 1, Integer::sum) <= leaves.getOrDefault(id, 0),
              "a transmission without a leave of its own: " + id);
      case Seen.Taken(String id) ->
          must(taken.merge(id, 1, Integer::sum) == 1, "delivered twice: " + id);
      case Seen.Answered(String request, String outcome) ->
          must(
              outcome.equals(recorded.get(request)),
              "acknowledged as " + outcome + " and recorded as " + recorded.get(request));
    }
  }

  private void committed(Seen.Committed committed) {
    must(committed.entries().size() == 1, "one call, " + committed.entries().size() + " entries");
    var entry = committed.entries().getFirst();
    var outcome = entry.reason() == null ? "ok" : entry.reason();
    if (world.asked.containsKey(entry.requestId())) {
      must(recorded.put(entry.requestId(), outcome) == null, "two entries of one call");
    }
    if (outcome.equals("ok")) {
      allowed(entry);
    }
    var kernel = replay.step(entry);
    must(
        kernel.equals(outcome),
        "one call at a time, " + entry.action() + " is " + kernel + ", not " + outcome);
  }

  private void allowed(LedgerRow entry) {
    var id = requireNonNull(entry.objectId());
    if (entry.action().equals("approve")) {
      approvers.computeIfAbsent(id, none -> new HashSet<>()).add(entry.actorId());
    } else if (entry.action().equals("begin_dispatch")) {
      leaves.merge(id, 1, Integer::sum);
      open.add(id);
      approved(id);
    } else if (ENDINGS.contains(entry.action())) {
      open.remove(id);
    }
  }

  private void approved(String id) {
    var message = requireNonNull(replay.messages.get(id));
    var box = replay.mailbox;
    if (GATED.contains(box.mode()) || GATED.contains(message.modeAtSubmission())) {
      int people = approvers.getOrDefault(id, Set.of()).size();
      must(
          people >= message.requiredAtSubmission() && people >= box.policy().requiredApprovals(),
          "sent with the approval of " + people);
    }
  }

  private void settled(MessageRow row) {
    var stored = row.message();
    must(stored.status() != Status.SENDING, "nobody ended the dispatch of " + row.id());
    if (open.contains(row.id())) {
      must(stored.status() == Status.INDETERMINATE, "interrupted, and " + stored.status());
    }
    var kernel = replay.messages.get(row.id());
    must(
        kernel != null && sorted(kernel).equals(sorted(stored)),
        "one call at a time leads to " + kernel + ", not to " + stored);
  }

  private static Message sorted(Message m) {
    return new Message(
        m.direction(),
        m.composer(),
        m.digest(),
        m.approvals().stream().sorted(Comparator.comparingLong(Approval::person)).toList(),
        m.sendAt(),
        m.gateTiming(),
        m.risk(),
        m.modeAtSubmission(),
        m.requiredAtSubmission(),
        m.deadline(),
        m.attempts(),
        m.copied(),
        m.released(),
        m.status());
  }

  private static void must(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
