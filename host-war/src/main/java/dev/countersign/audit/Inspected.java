package dev.countersign.audit;

import dev.countersign.audit.entries.Entry;
import dev.countersign.audit.entries.Leaf;
import dev.countersign.audit.entries.NotCanonical;
import dev.countersign.audit.entries.Step;
import dev.countersign.audit.entries.Ulid;
import dev.countersign.audit.entries.Unreadable;
import dev.countersign.audit.log.Ed25519;
import dev.countersign.audit.log.Tree;
import dev.countersign.audit.oversight.Coherence;
import dev.countersign.audit.oversight.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line of the log and everything that can be said of it without the others. */
final class Inspected {
  /** Clocks of nodes differ, and calls wait for one another. */
  static final long CLOCK_TOLERANCE = 15 * 60 * 1000L;

  private final long index;
  private final byte[] leafHash;
  private final List<Finding> findings = new ArrayList<>(0);
  private Optional<Leaf> leaf = Optional.empty();
  private Optional<Entry> entry = Optional.empty();

  private Inspected(long index, byte[] line) {
    this.index = index;
    leafHash = Tree.leafHash(line);
  }

  /** Reads the line, asks the kernel again, and compares the clocks. */
  static Inspected of(long index, byte[] line, String tenant, long today) {
    var inspected = new Inspected(index, line);
    try {
      Leaf leaf = Leaf.of(line);
      Entry entry = leaf.entry();
      inspected.leaf = Optional.of(leaf);
      inspected.entry = Optional.of(entry);
      inspected.look(entry, tenant, today);
    } catch (NotCanonical | Unreadable e) {
      inspected.add(Rule.ENTRY_MALFORMED, e.getMessage());
    }
    return inspected;
  }

  private void look(Entry entry, String tenant, long today) {
    if (!entry.tenant().equals(tenant)) {
      add(Rule.OTHER_TENANT, "the entry is of " + entry.tenant());
    }
    if (apart(Ulid.time(entry.id()), entry.at()) || today + CLOCK_TOLERANCE < entry.at()) {
      add(Rule.TIME_IMPLAUSIBLE, "its id was not made at the time it names, or it lies ahead");
    }
    entry.step().ifPresent(step -> look(entry, step));
  }

  private void look(Entry entry, Step step) {
    if (now(step).filter(now -> apart(now, entry.at())).isPresent()) {
      add(Rule.TIME_IMPLAUSIBLE, "the call was not made at the time that the entry names");
    }
    Coherence.check(entry, step, this::add);
    Replay.of(entry, step)
        .ifPresent(
            contradiction ->
                findings.add(
                    finding(Rule.KERNEL_DISAGREES, contradiction.what())
                        .breaking(contradiction.law())));
  }

  private static Optional<Long> now(Step step) {
    return switch (step) {
      case Step.OnMessage on -> Optional.of(on.now());
      case Step.OnMailbox on -> Optional.of(on.now());
      case Step.OnKey on -> Optional.of(on.now());
      case Step.OnTenant on -> Optional.empty();
      case Step.Operate on -> Optional.empty();
      case Step.Annotate on -> Optional.empty();
      case Step.ByCode on -> Optional.of(on.now());
      case Step.OnCode on -> Optional.of(on.now());
      case Step.Look on -> Optional.empty();
    };
  }

  private static boolean apart(long one, long other) {
    return Math.abs(one - other) > CLOCK_TOLERANCE;
  }

  /** Whether the signature is that of this key. */
  void verify(Ed25519.Key key) {
    leaf.filter(signed -> !key.verifies(signed.signed(), signed.signature()))
        .ifPresent(forged -> add(Rule.SIGNATURE_WRONG, "the signature is not the actor's"));
  }

  void add(Rule rule, @Nullable String what) {
    findings.add(finding(rule, String.valueOf(what)));
  }

  private Finding finding(Rule rule, String what) {
    return Finding.of(rule, index, entry.map(Entry::id), what);
  }

  long index() {
    return index;
  }

  byte[] leafHash() {
    return leafHash;
  }

  Optional<Leaf> leaf() {
    return leaf;
  }

  Optional<Entry> entry() {
    return entry;
  }

  List<Finding> findings() {
    return findings;
  }
}
