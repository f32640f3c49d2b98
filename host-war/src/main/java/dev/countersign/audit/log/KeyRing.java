package dev.countersign.audit.log;

import dev.countersign.audit.Finding;
import dev.countersign.audit.Rule;
import dev.countersign.audit.entries.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The log's keys that count, and for which sizes of the log: those that were given, and those that
 * they lead to by statements which the key before has signed.
 */
public final class KeyRing {
  private final Map<String, Held> held = new LinkedHashMap<>();
  private final Consumer<Finding> findings;

  /** A key for checkpoints larger than one size, up to another. */
  private static final class Held {
    private final LogKey key;
    private long after = -1;
    private long upTo = Long.MAX_VALUE;
    private boolean trusted;

    private Held(LogKey key) {
      this.key = key;
    }

    private boolean inForce(long size) {
      return trusted && after < size && size <= upTo;
    }
  }

  public KeyRing(List<LogKey> given, Consumer<Finding> findings) {
    given.forEach(key -> hold(key).trusted = true);
    this.findings = findings;
  }

  /** Follows the statements as far as one leads to the other, in whatever order they come. */
  public void follow(List<String> statements, String origin) {
    List<KeyChange> open = new ArrayList<>();
    for (String statement : statements) {
      try {
        var change = KeyChange.of(statement);
        if (change.origin().equals(origin)) {
          open.add(change);
        } else {
          refused("is of another log, " + change.origin());
        }
      } catch (Unreadable e) {
        refused("cannot be read: " + e.getMessage());
      }
    }
    // What is accepted may lead to what was refused before.
    while (open.removeIf(this::accepted)) {
      // until nothing more follows
    }
    // Between keys that nobody trusts anything may be said.
    open.removeIf(change -> !has(change.old().text()) && !has(change.fresh().text()));
    open.forEach(
        change ->
            refused(
                "puts " + change.fresh().text() + " in place of a key that does not vouch for it"));
  }

  private boolean accepted(KeyChange change) {
    boolean known = has(change.old().text());
    boolean given = has(change.fresh().text());
    boolean vouched = change.old().signed(change.note());
    Held old = hold(change.old());
    Held fresh = hold(change.fresh());
    if (!(given || (known && vouched))
        || !change.fresh().signed(change.note())
        || taken(old, fresh, change.after())
        || !signedBy(change.note(), change.origin(), change.after(), !change.old().isEd25519())) {
      return false;
    }
    fresh.after = change.after();
    fresh.trusted = true;
    old.upTo = change.after();
    // Without its word the old key may have been stolen: then it counts for nothing.
    old.trusted = known || vouched;
    return true;
  }

  /** One key takes over from one other, once, and not before it began itself. */
  private static boolean taken(Held old, Held fresh, long after) {
    return old.upTo != Long.MAX_VALUE
        || after < old.after
        || fresh.after != -1
        || fresh.upTo < after;
  }

  private Held hold(LogKey key) {
    return held.computeIfAbsent(key.text(), text -> new Held(key));
  }

  /** {@return whether the key was given, or is vouched for} */
  public boolean has(String key) {
    Held found = held.get(key);
    return found != null && found.trusted;
  }

  /**
   * Signed by the Ed25519 key of that time and, where one is known, by the P-256 key beside it.
   * Lines under other keys say nothing.
   */
  boolean signed(Note note, String origin, long size) {
    return signedBy(note, origin, size, true) && signedBy(note, origin, size, false);
  }

  /** Of the second kind there may be no key, or none that is known for that time. */
  private boolean signedBy(Note note, String origin, long size, boolean ed25519) {
    List<Held> then =
        held.values().stream()
            .filter(one -> one.key.isEd25519() == ed25519 && one.inForce(size))
            .filter(one -> one.key.name().equals(origin))
            .toList();
    return then.isEmpty() ? !ed25519 : then.stream().anyMatch(one -> one.key.signed(note));
  }

  private void refused(String why) {
    findings.accept(
        Finding.ofLog(Rule.LOG_KEY_UNCHAINED, "A statement about the log's keys " + why + "."));
  }
}
