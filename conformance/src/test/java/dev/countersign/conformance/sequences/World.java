package dev.countersign.conformance.sequences;

import dev.countersign.kernel.Approval;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.View;
import dev.countersign.kernel.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The oracle: one tenant as the kernel's own values, in plain maps by public ids. It decides
 * nothing; whatever happens to it, the kernel's typed edge has said.
 */
final class World {
  /** A mailbox by its id and its address. */
  record Place(String id, String address) {}

  final Cast cast;
  final List<Place> places = new ArrayList<>();
  final Map<String, Mailbox> boxes = new TreeMap<>();
  final Map<String, Message> messages = new TreeMap<>();
  final Map<String, String> boxOf = new HashMap<>();
  final Map<String, Key> keys = new TreeMap<>();
  final Map<String, Letter> letters = new LinkedHashMap<>();

  /** What the scanner found out about each message's recipients, which no kernel can know. */
  final Map<String, Risk> findings = new HashMap<>();

  /** What each message was handed in with, by mailbox. */
  final Repetitions repetitions;

  /** Messages in the order in which their transmission began. */
  final List<String> left = new ArrayList<>();

  boolean suspended;

  World(Cast cast, Repetitions repetitions) {
    this.cast = cast;
    this.repetitions = repetitions;
    keys.putAll(cast.founding());
  }

  World copy() {
    var copy = new World(cast, repetitions.copy());
    copy.places.addAll(places);
    copy.boxes.putAll(boxes);
    copy.messages.putAll(messages);
    copy.boxOf.putAll(boxOf);
    copy.keys.putAll(keys);
    copy.letters.putAll(letters);
    copy.findings.putAll(findings);
    copy.left.addAll(left);
    copy.suspended = suspended;
    return copy;
  }

  /** As the holder of this key, with what the key allows at this moment. */
  Caller caller(String name) {
    var held = cast.known(name);
    return Caller.presenting(held.holder().who(), key(held.id()));
  }

  Key key(String id) {
    return Objects.requireNonNull(keys.get(id));
  }

  Place place(String id) {
    return places.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  Mailbox box(String id) {
    return Objects.requireNonNull(boxes.get(id));
  }

  String boxOf(String message) {
    return Objects.requireNonNull(boxOf.get(message));
  }

  View view(String box, long now) {
    return View.of(now, box(box), suspended);
  }

  Work work(String message, long now) {
    return Oversight.work(view(boxOf(message), now), Objects.requireNonNull(messages.get(message)));
  }

  /** The next moment after this one at which the kernel may begin to say something else. */
  OptionalLong nextMoment(long now) {
    return messages.keySet().stream()
        .flatMapToLong(id -> moments(id, now))
        .filter(when -> now < when)
        .min();
  }

  private LongStream moments(String id, long now) {
    long sendAt = Objects.requireNonNull(messages.get(id)).sendAt();
    return switch (work(id, now)) {
      case Work.None() -> LongStream.empty();
      case Work.At at -> LongStream.of(sendAt, at.when());
      default -> LongStream.of(sendAt);
    };
  }

  /** The mail that has left for each address, by subjects in their order. */
  Map<String, List<String>> mail() {
    var mail = new TreeMap<String, List<String>>();
    for (var letter : letters.values()) {
      letter.envelope().forEach(address -> mail.put(address, new ArrayList<>()));
    }
    mail.put(cast.overseer().address(), new ArrayList<>());
    for (var id : left) {
      var letter = Objects.requireNonNull(letters.get(id));
      var envelope = new ArrayList<>(letter.envelope());
      if (Objects.requireNonNull(messages.get(id)).copied()) {
        envelope.add(cast.overseer().address());
      }
      envelope.stream()
          .distinct()
          .forEach(address -> Objects.requireNonNull(mail.get(address)).add(letter.subject()));
    }
    mail.values().forEach(subjects -> subjects.sort(Comparator.naturalOrder()));
    return mail;
  }

  /** As the database has to have it. */
  Stored stored(long now) {
    var owed = new TreeMap<String, Stored.Owed>();
    for (var id : messages.keySet()) {
      switch (work(id, now)) {
        case Work.None() -> {}
        case Work.Scan() -> owed.put(id, new Stored.Owed("SCAN", 0, false));
        case Work.Dispatch() -> owed.put(id, new Stored.Owed("DISPATCH", 0, false));
        case Work.At at -> owed.put(id, new Stored.Owed("CLOCK", at.when(), false));
      }
    }
    return new Stored(
        suspended, new TreeMap<>(boxes), inOneOrder(messages), new TreeMap<>(keys), owed);
  }

  /** A set of approvals is what is stored; the kernel has them oldest first. */
  private static Map<String, Message> inOneOrder(Map<String, Message> messages) {
    var ordered = new TreeMap<String, Message>();
    messages.forEach(
        (id, m) ->
            ordered.put(
                id,
                new Message(
                    m.direction(),
                    m.composer(),
                    m.digest(),
                    m.approvals().stream()
                        .sorted(Comparator.comparingLong(Approval::person))
                        .toList(),
                    m.sendAt(),
                    m.gateTiming(),
                    m.risk(),
                    m.modeAtSubmission(),
                    m.requiredAtSubmission(),
                    m.deadline(),
                    m.attempts(),
                    m.copied(),
                    m.released(),
                    m.status())));
    return ordered;
  }
}
