package dev.countersign.conformance.audit;

import dev.countersign.audit.Rule;
import java.util.ArrayList;
import java.util.List;

/** Logs whose keys were changed half-way, as they may be and as they may not. */
final class Rotations {
  private static final String ORIGIN = WrittenLog.ORIGIN;
  private static final LogSigner OLD = WrittenLog.LOG;
  private static final LogSigner NEW = OLD.withEd25519("new");
  private static final LogSigner BESIDE = OLD.withP256();
  private static final LogSigner BOTH = NEW.withP256();
  private static final LogSigner THIEF = OLD.withEd25519("thief");

  private final WrittenLog log;
  private final int half;
  private final List<Tampered> made = new ArrayList<>();

  private Rotations() {
    var world = new World();
    world.delivered();
    log = world.log();
    half = log.leaves().size() / 2;
  }

  /** A log, and with what it is audited. */
  record Rotated(String what, WrittenLog log, Held held) {}

  static List<Rotated> sound() {
    var made = new Rotations();
    var first = OLD.ed25519Change(ORIGIN, made.half, NEW);
    var second = NEW.p256Change(ORIGIN, made.half + 1, BOTH);
    var log = made.signed(BOTH, first, second);
    var turned = made.signed(BOTH, second, first);
    var beside = made.signed(BESIDE, OLD.p256Change(ORIGIN, made.half, BESIDE));
    // Of a revoked key nothing is left to say: its successor has to be given.
    var revoked = without(OLD.p256Change(ORIGIN, made.half, BESIDE), 0);
    return List.of(
        new Rotated("the first keys are given", log, Held.KEYS),
        new Rotated("the newest keys are given", log, knowing(BOTH)),
        new Rotated("statements in another order", turned, Held.KEYS),
        new Rotated("only the P-256 key changed", beside, Held.KEYS),
        new Rotated("the newest P-256 key is given", beside, knowing(BESIDE)),
        new Rotated("the P-256 key was revoked", made.signed(BESIDE, revoked), knowing(BESIDE)));
  }

  static List<Tampered> broken() {
    var rotations = new Rotations();
    rotations.unchained();
    rotations.chainedWrongly();
    return rotations.made;
  }

  private void unchained() {
    add("a key swapped without a statement", Rule.LOG_KEY_UNKNOWN, signed(NEW));
    add("a P-256 key swapped without a statement", Rule.LOG_KEY_UNKNOWN, signed(BESIDE));
    String chained = OLD.ed25519Change(ORIGIN, half, NEW);
    for (int line = 0; line < 3; line++) {
      add(
          "a statement that lacks a signature",
          Rule.LOG_KEY_UNCHAINED,
          signed(NEW, without(chained, line)));
    }
    String beside = OLD.p256Change(ORIGIN, half, BESIDE);
    for (int line = 0; line < 3; line++) {
      add(
          "a statement that lacks a signature",
          Rule.LOG_KEY_UNCHAINED,
          signed(BESIDE, without(beside, line)));
    }
    add(
        "a statement by a stranger",
        Rule.LOG_KEY_UNKNOWN,
        signed(NEW, new LogSigner("stranger").ed25519Change(ORIGIN, half, NEW)));
    add(
        "a thief without the P-256 key",
        Rule.LOG_KEY_UNCHAINED,
        signed(THIEF, OLD.withP256().ed25519Change(ORIGIN, half, THIEF)));
    add(
        "another size put into a statement",
        Rule.LOG_KEY_UNCHAINED,
        signed(NEW, chained.replaceFirst("\n" + half + "\n", "\n0\n")));
  }

  private void chainedWrongly() {
    String chained = OLD.ed25519Change(ORIGIN, half, NEW);
    made.add(
        new Tampered(
            "the old key signs on by itself",
            Rule.CHECKPOINT_UNSIGNED,
            signed(OLD, chained).export()));
    made.add(
        new Tampered(
            "the old key signs on, known by the new one",
            Rule.CHECKPOINT_UNSIGNED,
            signed(OLD, chained).export(),
            knowing(NEW)));
    add(
        "the new key signed what was before it",
        Rule.CHECKPOINT_UNSIGNED,
        signed(NEW, chained)
            .withCheckpoints(checkpoint(NEW, log.leaves().size()), List.of(checkpoint(NEW, half))));
    add(
        "two keys take the place of one",
        Rule.LOG_KEY_UNCHAINED,
        signed(NEW, chained, OLD.ed25519Change(ORIGIN, half, THIEF)));
    String other = "other.example/log/x";
    add(
        "a statement about another log",
        Rule.LOG_KEY_UNCHAINED,
        signed(NEW, OLD.ed25519Change(other, half, NEW)));
    add("a statement that is none", Rule.LOG_KEY_UNCHAINED, signed(OLD, log.checkpoint()));
    String turned = NEW.ed25519Change(ORIGIN, half, OLD);
    add("a key that comes back", Rule.CHECKPOINT_UNSIGNED, signed(OLD, chained, turned));
  }

  /** A log that somebody else signs from the half on. */
  private WrittenLog signed(LogSigner later, String... changes) {
    return log.withCheckpoints(
            checkpoint(later, log.leaves().size()), List.of(checkpoint(OLD, half)))
        .withKeys(later.keys(ORIGIN), changes);
  }

  private String checkpoint(LogSigner signer, int size) {
    return signer.checkpoint(ORIGIN, size, WrittenLog.root(log.leaves().subList(0, size)));
  }

  private static Held knowing(LogSigner signer) {
    return Held.KEYS.knowing(signer.keys(ORIGIN));
  }

  private static String without(String note, int line) {
    int end = note.lastIndexOf("\n\n") + 2;
    var lines = new ArrayList<>(note.substring(end).lines().toList());
    lines.remove(line);
    return note.substring(0, end) + String.join("\n", lines) + "\n";
  }

  private void add(String what, Rule expected, WrittenLog tampered) {
    made.add(new Tampered(what, expected, tampered));
  }
}
