package dev.countersign.audit.log;

import dev.countersign.audit.Finding;
import dev.countersign.audit.Rule;
import dev.countersign.audit.entries.Unreadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The checkpoints at hand, each compared with the tree when the tree has its size. */
public final class Checkpoints {
  /** Where a checkpoint comes from. */
  public enum Source {
    /** The one that the export ends with. */
    EXPORT,
    /** Older ones in the export. */
    OLDER,
    /** What the server shows to everybody. */
    PUBLISHED,
    /** Kept from an earlier audit. */
    KEPT
  }

  private record Expected(Source source, Checkpoint checkpoint) {}

  private final KeyRing keys;
  private final Witnesses witnesses;
  private final Consumer<Finding> findings;
  private final TreeMap<Long, List<Expected>> ahead = new TreeMap<>();
  private int compared;

  public Checkpoints(KeyRing keys, Witnesses witnesses, Consumer<Finding> findings) {
    this.keys = keys;
    this.witnesses = witnesses;
    this.findings = findings;
  }

  /** Takes a note into account, whose origin must be this one. */
  public void expect(Source source, String note, String origin, long size) {
    try {
      var checkpoint = Checkpoint.of(note);
      if (!checkpoint.origin().equals(origin)) {
        wrong(Rule.CHECKPOINT_DIFFERS, checkpoint, "is of another log, " + checkpoint.origin());
        return;
      }
      if (source == Source.EXPORT && checkpoint.size() != size) {
        wrong(Rule.CHECKPOINT_DIFFERS, checkpoint, "does not vouch for the " + size + " exported");
      }
      if (!checkpoint.signedBy(keys)) {
        wrong(Rule.CHECKPOINT_UNSIGNED, checkpoint, "is not signed with the log's keys of then");
      }
      witnesses.look(checkpoint);
      ahead
          .computeIfAbsent(checkpoint.size(), at -> new ArrayList<>())
          .add(new Expected(source, checkpoint));
    } catch (Unreadable e) {
      findings.accept(
          Finding.ofLog(
              Rule.CHECKPOINT_UNSIGNED, "A checkpoint cannot be read: " + e.getMessage()));
    }
  }

  /** The tree has grown; checkpoints of its present size are due. */
  public void reached(Tree tree) {
    if (ahead.isEmpty() || ahead.firstKey() != tree.size()) {
      return;
    }
    byte[] root = tree.root();
    for (Expected due : ahead.pollFirstEntry().getValue()) {
      compared++;
      if (!Arrays.equals(root, due.checkpoint().root())) {
        wrong(rule(due), due.checkpoint(), "has another root than the entries up to there");
      }
    }
  }

  /** No more entries come. */
  public void end() {
    for (List<Expected> at : ahead.values()) {
      for (Expected missed : at) {
        boolean own = missed.source() == Source.EXPORT || missed.source() == Source.OLDER;
        wrong(
            own ? Rule.ENTRY_MISSING : Rule.LOG_FORKED,
            missed.checkpoint(),
            "vouches for more entries than there are");
      }
    }
  }

  /** {@return how many were compared with the tree} */
  public int compared() {
    return compared;
  }

  private static Rule rule(Expected due) {
    return switch (due.source()) {
      case EXPORT, OLDER -> Rule.CHECKPOINT_DIFFERS;
      case PUBLISHED, KEPT -> Rule.LOG_FORKED;
    };
  }

  private void wrong(Rule rule, Checkpoint checkpoint, String what) {
    findings.accept(
        Finding.ofLog(rule, "The checkpoint of size " + checkpoint.size() + " " + what + "."));
  }
}
