package dev.countersign.conformance.audit;

import dev.countersign.audit.Rule;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What can be done to a log by who stores it, by who holds the log's keys, and by a stranger. */
final class Tamperings {
  private static final LogSigner STRANGER = new LogSigner("stranger");

  private final World world = new World();
  private final WrittenLog log;
  private final List<Tampered> made = new ArrayList<>();

  private Tamperings() {
    world.delivered();
    world.unheard();
    log = world.log();
  }

  static List<Tampered> all() {
    var tamperings = new Tamperings();
    tamperings.byStorage();
    tamperings.byFork();
    tamperings.byTheLogsKeys();
    tamperings.bySigners();
    tamperings.byContents();
    return tamperings.made;
  }

  /** Lines are moved, dropped and copied, and nothing is signed again. */
  private void byStorage() {
    for (int i = 0; i < log.leaves().size(); i++) {
      int at = i;
      add("entry dropped", Rule.CHECKPOINT_DIFFERS, lines(list -> list.remove(at)));
      add("entry copied", Rule.CHECKPOINT_DIFFERS, lines(list -> list.add(at, list.get(at))));
      for (int j = 0; j < i; j++) {
        int other = j;
        add(
            "entries exchanged",
            Rule.CHECKPOINT_DIFFERS,
            lines(list -> Collections.swap(list, at, other)));
      }
    }
    String text = new String(log.export(), StandardCharsets.UTF_8);
    String[] parts = text.split("\n", -1);
    for (int i = 1; i <= log.leaves().size(); i++) {
      String cut = String.join("\n", List.of(parts).subList(0, i)) + "\n";
      made.add(
          new Tampered(
              "entries cut off", Rule.ENTRY_MISSING, cut.getBytes(StandardCharsets.UTF_8)));
    }
    String note = text.replace("checked", "hacked!");
    made.add(
        new Tampered(
            "a note changed", Rule.DETACHED_DIFFERS, note.getBytes(StandardCharsets.UTF_8)));
  }

  /** The log's own keys sign, but another history. */
  private void byFork() {
    List<String> shorter = log.leaves().subList(0, log.leaves().size() - 2);
    var rewritten = new ArrayList<>(log.leaves());
    rewritten.removeLast();
    rewritten.set(rewritten.size() - 1, rewritten.getFirst());
    var old =
        WrittenLog.LOG.checkpoint(WrittenLog.ORIGIN, rewritten.size(), WrittenLog.root(rewritten));
    made.add(
        new Tampered(
            "kept: another history", Rule.LOG_FORKED, log.export(), Held.KEYS.keeping(old)));
    made.add(
        new Tampered(
            "kept: more entries than there are now",
            Rule.LOG_FORKED,
            WrittenLog.of(shorter, log.detached(), WrittenLog.LOG).export(),
            Held.KEYS.keeping(log.checkpoint())));
    add(
        "an older checkpoint of another history",
        Rule.CHECKPOINT_DIFFERS,
        log.withCheckpoints(log.checkpoint(), List.of(old)));
    add(
        "a checkpoint of fewer entries",
        Rule.CHECKPOINT_DIFFERS,
        log.withCheckpoints(log.older().getFirst(), List.of()));
    add(
        "a checkpoint of another log",
        Rule.CHECKPOINT_DIFFERS,
        log.withCheckpoints(
            WrittenLog.LOG.checkpoint("other", log.leaves().size(), WrittenLog.root(log.leaves())),
            List.of()));
    add(
        "a checkpoint by a stranger",
        Rule.CHECKPOINT_UNSIGNED,
        log.withCheckpoints(
            STRANGER.checkpoint(
                WrittenLog.ORIGIN, log.leaves().size(), WrittenLog.root(log.leaves())),
            List.of()));
    add(
        "a checkpoint without signatures by P-256",
        Rule.CHECKPOINT_UNSIGNED,
        log.withCheckpoints(withoutLastLine(log.checkpoint()), List.of()));
    add(
        "all of it under a stranger's keys",
        Rule.LOG_KEY_UNKNOWN,
        WrittenLog.of(log.leaves(), log.detached(), STRANGER));
    add(
        "a stranger's keys named beside the true checkpoints",
        Rule.LOG_KEY_UNKNOWN,
        log.withKeys(STRANGER.keys(WrittenLog.ORIGIN)));
  }

  private static String withoutLastLine(String note) {
    return note.substring(0, note.lastIndexOf("\n", note.length() - 2) + 1);
  }

  /** Who holds the log's keys, but not those of the actors, rewrites it. */
  private void byTheLogsKeys() {
    for (int i = 0; i < log.leaves().size(); i++) {
      int at = i;
      String other =
          Objects.requireNonNull(log.leaves().get(i)).replaceFirst("req_[0-9]+", "req_other");
      add("an entry rewritten", Rule.SIGNATURE_WRONG, resealed(list -> list.set(at, other)));
      add(
          "an entry copied and sealed",
          Rule.ENTRY_REPEATED,
          resealed(list -> list.add(at + 1, list.get(at))));
    }
    add(
        "a change left out and sealed",
        Rule.STATE_BROKEN,
        resealed(list -> list.remove(list.size() - 4)));
    add("all that was before a message left out", Rule.OLDER_THAN_LOG, begunLate());
    add("who introduced a key left out", Rule.KEY_UNKNOWN, resealed(list -> list.remove(0)));
    add(
        "white space in an entry",
        Rule.ENTRY_MALFORMED,
        resealed(list -> list.set(2, list.get(2).replaceFirst(":\\{", ": {"))));
    add(
        "an entry in another order, signed",
        Rule.ENTRY_MALFORMED,
        resealed(list -> list.set(list.size() - 1, unordered(world.sheets.getLast()))));
    add(
        "a header that knows more entries",
        Rule.ENTRY_MISSING,
        new String(log.export(), StandardCharsets.UTF_8)
            .replace("\"size\":" + log.leaves().size(), "\"size\":" + (log.leaves().size() + 5))
            .getBytes(StandardCharsets.UTF_8));
  }

  /** A log that begins in the middle of the life of a message that then leaves. */
  static WrittenLog begunLate() {
    var world = new World();
    String id = world.submit(world.agent, 55, 0);
    world.forgetAllBut(id);
    world.call(Role.SCANNER, id, new MessageCall.ScanResult(World.digest(55), new Risk.Known(100)));
    world.call(world.ann, id, new MessageCall.Approve(World.digest(55)));
    world.change(world.operator, new MailboxCall.SetMode(Mode.READ_ONLY));
    world.change(world.operator, new MailboxCall.SetMode(Mode.GATED_SEND));
    world.call(Role.DISPATCHER, id, new MessageCall.BeginDispatch());
    world.call(Role.MAIL_SERVER, id, new MessageCall.Accepted());
    world.revoke(world.operator, world.ben);
    return world.log();
  }

  private static String unordered(Sheet sheet) {
    String entry = Canonical.of(sheet.entry());
    // Of the members, "v" is the last in order.
    String other = "{\"v\":1," + entry.substring(1).replace(",\"v\":1}", "}");
    var signer = Signer.of(sheet.signer());
    return "{\"entry\":"
        + other
        + ",\"signature\":{\"key\":\""
        + signer.kid()
        + "\",\"value\":\""
        + signer.signBase64Url("countersign-ledger-entry-v1\n" + other)
        + "\"}}";
  }

  /** Entries are signed with keys that are not their actors'. */
  private void bySigners() {
    for (int i = 0; i < world.sheets.size(); i++) {
      int at = i;
      String own = world.sheets.get(i).signer();
      String thief = own.equals(world.agent.id()) ? world.operator.id() : world.agent.id();
      boolean known = world.sheets.subList(0, i).stream().anyMatch(s -> s.signer().equals(thief));
      if (known) {
        add("signed in another's name", Rule.KEY_OF_ANOTHER, leaf(at, s -> s.signedBy(thief)));
      }
      add("signed with a key of nobody", Rule.KEY_UNKNOWN, leaf(at, s -> s.signedBy("nobody")));
    }
    add("a second key that nobody vouches for", Rule.KEY_REPLACED, replacing());
    add("an old key used again", Rule.KEY_RETIRED, retired());
    add("a key under another's name", Rule.KEY_MISNAMED, misnamed());
  }

  private WrittenLog replacing() {
    var sheets = new ArrayList<>(world.sheets);
    sheets.add(later(world.sheets.getFirst(), "with_a_second_key").signedBy("second key"));
    return WrittenLog.of(sheets);
  }

  /** An entry of the operator's that changes nothing. */
  private Sheet later(Sheet of, String request) {
    Map<String, Object> entry = new TreeMap<>(of.copy().entry());
    entry.remove("step");
    entry.remove("object");
    entry.put("action", "look_at_account");
    entry.put("request_id", request);
    entry.put("at", world.now);
    entry.put("id", "led_" + World.ulid(world.now, 5000 + request.hashCode() % 1000));
    return new Sheet(entry, of.signer(), Optional.empty());
  }

  private WrittenLog retired() {
    var sheets = new ArrayList<>(world.sheets);
    var first = world.sheets.getFirst();
    var vouched = later(first, "with_the_new_key").signedBy("vouched");
    vouched.entry().put("introduces", replacement(first, "vouched"));
    sheets.add(vouched);
    sheets.add(later(first, "with_the_old_key"));
    return WrittenLog.of(sheets);
  }

  private static Map<String, Object> replacement(Sheet first, String fresh) {
    var next = Signer.of(fresh);
    var old = Signer.of(first.signer());
    String vouching = old.signBase64Url("countersign-ledger-key-v1\n" + next.kid());
    return new TreeMap<>(
        Map.of(
            "jwk",
            next.jwk(),
            "held_by",
            "device",
            "principal",
            Map.of("id", first.signer(), "role", "operator"),
            "replaces",
            Map.of("key", old.kid(), "signature", vouching)));
  }

  /** A log in which a device takes over a key, as it may. */
  static WrittenLog withDevice() {
    var tamperings = new Tamperings();
    var first = tamperings.world.sheets.getFirst();
    var vouched = tamperings.later(first, "with_the_new_key").signedBy("vouched");
    vouched.entry().put("introduces", replacement(first, "vouched"));
    var sheets = new ArrayList<>(tamperings.world.sheets);
    sheets.add(vouched);
    return WrittenLog.of(sheets);
  }

  private WrittenLog misnamed() {
    var sheets = new ArrayList<>(world.sheets);
    var known = later(world.sheets.getFirst(), "misnamed");
    known
        .entry()
        .put(
            "introduces",
            new TreeMap<>(
                Map.of(
                    "jwk",
                    Signer.of("another").jwk(),
                    "held_by",
                    "server",
                    "principal",
                    Map.of("id", known.signer(), "role", "operator"))));
    sheets.add(known);
    return WrittenLog.of(sheets);
  }

  /** Everything signed by the right keys, but an entry says what cannot be. */
  private void byContents() {
    int last = world.sheets.size() - 1;
    add("an entry of another tenant", Rule.OTHER_TENANT, written(last, "tenant", other()));
    add("a look of another tenant's", Rule.OTHER_TENANT, looked("tenant", other()));
    add("a look that no schema knows", Rule.ENTRY_MALFORMED, looked("extra", true));
    add(
        "a look at another time",
        Rule.TIME_IMPLAUSIBLE,
        looked("id", "led_" + World.ulid(World.BEGIN - 90_000_000, 2)));
    add(
        "something behind the end",
        Rule.EXPORT_MALFORMED,
        (new String(log.export(), StandardCharsets.UTF_8) + "{}\n")
            .getBytes(StandardCharsets.UTF_8));
    add(
        "an id of another day",
        Rule.TIME_IMPLAUSIBLE,
        written(last, "id", "led_" + World.ulid(World.BEGIN - 90_000_000, 1)));
    add("a member that no schema names", Rule.ENTRY_MALFORMED, written(last, "extra", true));
    add("another version of the schema", Rule.ENTRY_MALFORMED, written(last, "v", 2));
    add("a refusal without a reason", Rule.ENTRY_MALFORMED, written(last, "outcome", "ok"));
    var sheets = new ArrayList<>(world.sheets);
    var repeated = later(world.sheets.getFirst(), "req_9");
    repeated.entry().put("request_id", "twice");
    var again = later(world.sheets.getFirst(), "req_10");
    again.entry().put("request_id", "twice");
    sheets.add(repeated);
    sheets.add(again);
    add("a request recorded twice", Rule.ENTRY_REPEATED, WrittenLog.of(sheets));
  }

  /** One more entry, that changes nothing. */
  private WrittenLog looked(String name, Object value) {
    var sheets = new ArrayList<>(world.sheets);
    var look = later(world.sheets.getFirst(), "one_more");
    look.entry().put(name, value);
    sheets.add(look);
    return WrittenLog.of(sheets);
  }

  private static String other() {
    return WrittenLog.TENANT.replace("01", "02");
  }

  private WrittenLog written(int at, String name, Object value) {
    return leaf(
        at,
        sheet -> {
          var changed = sheet.copy();
          changed.entry().put(name, value);
          return changed;
        });
  }

  private WrittenLog leaf(int at, UnaryOperator<Sheet> change) {
    // The key is not introduced again: the first entry that it signs was another.
    var sheets = new ArrayList<>(world.sheets);
    var changed = change.apply(sheets.get(at));
    return resealed(list -> list.set(at, WrittenLog.leaf(withCommitment(changed, list.get(at)))));
  }

  private static Sheet withCommitment(Sheet sheet, String leaf) {
    var copy = sheet.copy();
    var found = Pattern.compile("\"detached\":\"([0-9a-f]{64})\"").matcher(leaf);
    if (found.find()) {
      copy.entry().put("detached", found.group(1));
    }
    return copy;
  }

  private WrittenLog lines(Consumer<List<String>> change) {
    List<String> lines = new ArrayList<>(log.leaves());
    change.accept(lines);
    return log.with(lines);
  }

  private WrittenLog resealed(Consumer<List<String>> change) {
    List<String> lines = new ArrayList<>(log.leaves());
    change.accept(lines);
    return WrittenLog.of(lines, log.detached(), WrittenLog.LOG);
  }

  private void add(String what, Rule expected, WrittenLog tampered) {
    made.add(new Tampered(what, expected, tampered));
  }

  private void add(String what, Rule expected, byte[] tampered) {
    made.add(new Tampered(what, expected, tampered));
  }
}
