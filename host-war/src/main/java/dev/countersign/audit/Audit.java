package dev.countersign.audit;

import dev.countersign.audit.entries.Unreadable;
import dev.countersign.audit.export.Detached;
import dev.countersign.audit.export.Export;
import dev.countersign.audit.export.Header;
import dev.countersign.audit.log.Checkpoints;
import dev.countersign.audit.log.Checkpoints.Source;
import dev.countersign.audit.log.KeyRing;
import dev.countersign.audit.log.LogKey;
import dev.countersign.audit.log.PublishedTiles;
import dev.countersign.audit.log.TileCheck;
import dev.countersign.audit.log.WitnessKey;
import dev.countersign.audit.log.Witnesses;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * One audit of one export. Lines are read and asked about by many threads, followed in their order
 * by one, and have their signatures verified by many again.
 */
public final class Audit {
  private final Given given;
  private final ExecutorService workers;
  private final Progress progress;
  private final Collected findings = new Collected();
  private final KeyRing keys;
  private final Witnesses witnesses;
  private final Checkpoints checkpoints;

  /**
   * What the auditor holds in its hands.
   *
   * @param keys the log's, the only ones that count, with those that they vouch for
   * @param witnesses whose signatures are looked for
   * @param kept checkpoints from earlier audits, as notes
   * @param published checkpoints that the server shows to everybody, as notes
   * @param tiles the hashes that the server shows to everybody; empty where there is no server
   * @param older the installation is known to be older than its log
   * @param today milliseconds since 1970; entries cannot be from later
   */
  public record Given(
      List<LogKey> keys,
      List<WitnessKey> witnesses,
      List<String> kept,
      List<String> published,
      Optional<PublishedTiles> tiles,
      boolean older,
      long today) {}

  public Audit(Given given, ExecutorService workers, Progress progress) {
    this.given = given;
    this.workers = workers;
    this.progress = progress;
    keys = new KeyRing(given.keys(), findings::add);
    witnesses =
        new Witnesses(given.witnesses(), given.today() + Inspected.CLOCK_TOLERANCE, findings::add);
    checkpoints = new Checkpoints(keys, witnesses, findings::add);
  }

  /** Reads the export to its end. */
  public Outcome of(InputStream in) throws IOException {
    var export = new Export(in);
    try {
      Header header = export.header();
      compare(header);
      return read(export, header);
    } catch (Unreadable e) {
      malformed(e);
      return new Outcome("", "", "", "", Map.of(), Map.of(), findings.inOrder(), findings.total());
    }
  }

  private void compare(Header header) {
    keys.follow(header.keyChanges(), header.origin());
    for (String key : header.keys()) {
      if (!keys.has(key)) {
        findings.add(Finding.ofLog(Rule.LOG_KEY_UNKNOWN, "The export names the key " + key + "."));
      }
    }
    expect(Source.EXPORT, List.of(header.checkpoint()), header);
    expect(Source.OLDER, header.checkpoints(), header);
    expect(Source.PUBLISHED, given.published(), header);
    expect(Source.KEPT, given.kept(), header);
  }

  private void expect(Source source, List<String> notes, Header header) {
    notes.forEach(note -> checkpoints.expect(source, note, header.origin(), header.size()));
  }

  private Outcome read(Export export, Header header) throws IOException {
    var walk = new Walk(checkpoints);
    var pipeline = new Pipeline(workers, walk, findings, header.tenant(), given.today());
    long detached = 0;
    try {
      byte @Nullable [] line = export.next();
      for (long index = 0; line != null && index < header.size(); index++) {
        pipeline.take(line);
        progress.at(index + 1, header.size());
        line = export.next();
      }
      pipeline.finish();
      for (; line != null; line = export.next()) {
        detached++;
        detached(walk, Detached.of(line));
      }
    } catch (Unreadable e) {
      pipeline.finish();
      malformed(e);
    }
    if (walk.tree().size() != header.size()) {
      findings.add(
          Finding.ofLog(
              Rule.ENTRY_MISSING,
              walk.tree().size() + " entries are there, but the export says " + header.size()));
    }
    checkpoints.end();
    beginning(walk.history().fromBefore());
    return outcome(header, walk, counts(header, walk, pipeline, detached));
  }

  private void beginning(long fromBefore) {
    if (fromBefore > 0 && !given.older()) {
      findings.add(
          Finding.ofLog(
              Rule.OLDER_THAN_LOG,
              "The log does not begin with its tenant; "
                  + fromBefore
                  + " keys, mailboxes and messages were there before, and what was done to them"
                  + " then is not in it."));
    }
  }

  private void detached(Walk walk, Detached part) {
    if (!walk.detached(part)) {
      findings.add(
          Finding.ofLog(
              Rule.DETACHED_DIFFERS, "What is shown beside " + part.entry() + " is not its own."));
    }
  }

  private void malformed(Unreadable e) {
    findings.add(Finding.ofLog(Rule.EXPORT_MALFORMED, String.valueOf(e.getMessage())));
  }

  private Map<String, Long> counts(Header header, Walk walk, Pipeline pipeline, long detached)
      throws IOException {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("entries", walk.tree().size());
    counts.put("steps_replayed", pipeline.steps());
    counts.put("signatures_verified", pipeline.signatures());
    counts.put("checkpoints_compared", (long) checkpoints.compared());
    if (given.tiles().isPresent()) {
      var check = new TileCheck(given.tiles().get(), findings::add);
      counts.put("tiles_compared", check.compare(walk.tree(), workers));
    }
    if (!given.witnesses().isEmpty()) {
      counts.put("witnesses", (long) given.witnesses().size());
      counts.put("witnesses_of_newest", witnesses.upTo(header.size()));
    }
    counts.put("actor_keys", (long) walk.actors().size());
    counts.put("messages", walk.history().messages());
    counts.put("mailboxes", walk.history().mailboxes());
    if (walk.history().fromBefore() > 0) {
      counts.put("from_before", walk.history().fromBefore());
    }
    counts.put("departures", walk.history().departures());
    counts.put("detached_parts", detached);
    return counts;
  }

  private Outcome outcome(Header header, Walk walk, Map<String, Long> counts) {
    return new Outcome(
        header.origin(),
        header.tenant(),
        HexFormat.of().formatHex(walk.tree().root()),
        header.checkpoint(),
        counts,
        witnesses.sizes(),
        findings.inOrder(),
        findings.total());
  }
}
