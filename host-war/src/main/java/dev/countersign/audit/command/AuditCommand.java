package dev.countersign.audit.command;

import dev.countersign.audit.Audit;
import dev.countersign.audit.Outcome;
import dev.countersign.audit.Progress;
import dev.countersign.audit.log.LogKey;
import dev.countersign.audit.log.PublishedTiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@code countersign audit}: checks a ledger. Ends with 0 only when all of it verifies, with 1 when
 * something does not, with 2 when it cannot tell.
 */
public final class AuditCommand {
  private static final int FOUND = 1;
  private static final int UNABLE = 2;

  private final Options options;
  private final PrintStream err;

  private AuditCommand(Options options, PrintStream err) {
    this.options = options;
    this.err = err;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int status = run(arguments, out, err);
    // Output that got lost, on a full disk for instance, must not look like a success.
    System.exit(out.checkError() ? UNABLE : status);
  }

  /** {@return the exit status} */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    try {
      var options = Options.of(arguments, System.getenv());
      Report report = new AuditCommand(options, err).report();
      out.println(report.text());
      if (options.json().isPresent()) {
        Files.writeString(options.json().get(), report.json());
      }
      return report.outcome().verified() ? 0 : FOUND;
    } catch (NoSuchFileException e) {
      err.println("countersign: there is no file " + e.getMessage() + ".");
      return UNABLE;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      err.println("countersign: " + e.getMessage());
      return UNABLE;
    }
  }

  private Report report() throws IOException {
    return switch (options.source()) {
      case Options.Source.Saved saved -> saved(saved);
      case Options.Source.Server server -> served(server);
    };
  }

  private Report saved(Options.Source.Saved saved) throws IOException {
    List<LogKey> keys = PublicKeys.ofLog(options.logKeys());
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(
          "a file proves nothing without the log's public keys: give them with --log-key.");
    }
    try (InputStream in = Files.newInputStream(saved.file())) {
      return audited(in, keys, List.of(), Optional.empty(), true);
    }
  }

  private Report served(Options.Source.Server named) throws IOException {
    try (var server = new Server(named)) {
      String tenant = server.tenant();
      boolean given = !options.logKeys().isEmpty();
      List<LogKey> keys =
          given ? PublicKeys.ofLog(options.logKeys()) : PublicKeys.ofLog(server.keys(tenant));
      // Fetched before the entries, so that they reach at least as far.
      String published = server.checkpoint(tenant);
      PublishedTiles tiles = (level, index, width) -> server.tile(tenant, level, index, width);
      try (InputStream in = entries(server, named.save())) {
        return audited(in, keys, List.of(published), Optional.of(tiles), given);
      }
    }
  }

  private static InputStream entries(Server server, Optional<Path> save) throws IOException {
    if (save.isEmpty()) {
      return server.export();
    }
    try (InputStream in = server.export()) {
      Files.copy(in, save.get(), StandardCopyOption.REPLACE_EXISTING);
    }
    return Files.newInputStream(save.get());
  }

  private Report audited(
      InputStream in,
      List<LogKey> keys,
      List<String> published,
      Optional<PublishedTiles> tiles,
      boolean keysGiven)
      throws IOException {
    Optional<String> kept = kept();
    var given =
        new Audit.Given(
            keys,
            PublicKeys.ofWitnesses(options.witnesses()),
            kept.stream().toList(),
            published,
            tiles,
            options.older(),
            System.currentTimeMillis());
    Progress progress = options.progress() ? new ProgressBar(err) : (done, all) -> {};
    try (ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      Outcome outcome = new Audit(given, workers, progress).of(in);
      if (outcome.verified() && options.since().isPresent()) {
        keep(options.since().get(), outcome.checkpoint());
      }
      return new Report(outcome, keysGiven, kept.isPresent());
    }
  }

  private Optional<String> kept() throws IOException {
    return options.since().isPresent() && Files.exists(options.since().get())
        ? Optional.of(Files.readString(options.since().get()))
        : Optional.empty();
  }

  /** The next audit begins where this one ended; complete or not there at all. */
  private static void keep(Path file, String note) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(unfinished, note);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
