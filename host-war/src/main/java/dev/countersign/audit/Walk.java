package dev.countersign.audit;

import dev.countersign.audit.entries.Entry;
import dev.countersign.audit.entries.Sha256;
import dev.countersign.audit.entries.Ulid;
import dev.countersign.audit.export.Detached;
import dev.countersign.audit.log.Actors;
import dev.countersign.audit.log.Checkpoints;
import dev.countersign.audit.log.Ed25519;
import dev.countersign.audit.log.Seen;
import dev.countersign.audit.log.Tree;
import dev.countersign.audit.oversight.History;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Goes through the log in its order: what an entry means depends on those before it. */
final class Walk {
  private final Tree tree = new Tree();
  private final Actors actors = new Actors();
  private final History history = new History();
  private final Seen ids = new Seen();
  private final Seen requests = new Seen();
  private final Map<String, String> commitments = new HashMap<>();
  private final Checkpoints checkpoints;
  private long latest;

  Walk(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
    checkpoints.reached(tree);
  }

  /** {@return the key that the entry's signature is to be verified with} */
  Optional<Ed25519.Key> follow(Inspected inspected) {
    tree.append(inspected.leafHash());
    checkpoints.reached(tree);
    if (inspected.entry().isEmpty() || inspected.leaf().isEmpty()) {
      return Optional.empty();
    }
    Entry entry = inspected.entry().get();
    order(entry, inspected);
    entry.detached().ifPresent(hash -> commitments.put(entry.id(), hash));
    history.follow(inspected.index(), entry, inspected::add);
    return actors.keyOf(entry, inspected.leaf().get(), inspected::add);
  }

  private void order(Entry entry, Inspected inspected) {
    Ulid id = Ulid.of(entry.id());
    if (!ids.add(id.high(), id.low())) {
      inspected.add(Rule.ENTRY_REPEATED, "an entry with this id was there before");
    } else if (entry.actor().keyId().isPresent() && !isNewRequest(entry)) {
      inspected.add(Rule.ENTRY_REPEATED, "this request is recorded twice");
    }
    if (entry.at() < latest - Inspected.CLOCK_TOLERANCE) {
      inspected.add(Rule.TIME_IMPLAUSIBLE, "it is much older than entries before it");
    }
    latest = Math.max(latest, entry.at());
  }

  /** One request leaves at most one entry of an action on an object. */
  private boolean isNewRequest(Entry entry) {
    String request = entry.requestId() + '\n' + entry.action() + '\n' + entry.object().orElse("");
    var hash = ByteBuffer.wrap(Sha256.of(request.getBytes(StandardCharsets.UTF_8)));
    return requests.add(hash.getLong(), hash.getLong());
  }

  /** {@return whether the entry committed to this, and to this for the first time} */
  boolean detached(Detached part) {
    return part.commitment().equals(commitments.remove(part.entry()));
  }

  Tree tree() {
    return tree;
  }

  Actors actors() {
    return actors;
  }

  History history() {
    return history;
  }
}
