package dev.countersign.conformance.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.running.Api;
import dev.countersign.conformance.running.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A client of which nothing is ours but the calls: Go's {@code golang.org/x/mod/sumdb}, which
 * verifies the Go project's own log, and Go's ECDSA. From Debian's golang-golang-x-mod-dev.
 */
public final class IndependentClient {
  private static final Path SOURCE =
      Path.of("src", "test", "resources", "transparency", "verify.go");
  private static final String LIBRARY = "/usr/share/gocode";

  private IndependentClient() {}

  /**
   * Lets it verify the log and one entry of it, then the same with something changed.
   *
   * @param entry the id of an entry that has its place
   */
  public static void verifies(Api api, String key, String log, String entry)
      throws IOException, InterruptedException {
    Programs.needed("go", "version");
    Programs.needed("test", "-d", LIBRARY + "/src/golang.org/x/mod/sumdb/tlog");
    var part = ReportPart.begin("log-independent-client");
    var folder = Files.createTempDirectory("independent");
    // The log's own key and the tenant's newest.
    var keys = api.get("/log/" + log + "/keys").expecting(200).body().lines().limit(2).toList();
    var output = folder.resolve("output.txt");
    var builder =
        new ProcessBuilder(
            "go",
            "run",
            SOURCE.toAbsolutePath().toString(),
            api.base().toString().replaceAll("/$", ""),
            log,
            entry,
            String.join(" ", keys));
    builder
        .environment()
        .putAll(
            Map.of(
                "GO111MODULE",
                "off",
                "GOPATH",
                LIBRARY,
                "GOFLAGS",
                "",
                "CGO_ENABLED",
                "0",
                "HOME",
                folder.toString(),
                "GOCACHE",
                folder.resolve("cache").toString(),
                "COUNTERSIGN_KEY",
                key));
    var process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    int status = process.waitFor();
    var said = Files.readString(output);
    assertEquals(0, status, said);
    var counts = PublishedBytes.json(said.lines().toList().getLast());
    assertTrue(counts.path("verified").asLong() >= 6, said);
    assertTrue(counts.path("refused").asLong() >= 100, said);
    part.count("checkpoints, proofs and tiles verified", counts.path("verified").asLong())
        .count("tampered ones refused", counts.path("refused").asLong())
        .fact("library", "golang.org/x/mod/sumdb")
        .passed();
  }
}
