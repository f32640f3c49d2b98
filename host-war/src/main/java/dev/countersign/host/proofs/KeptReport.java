package dev.countersign.host.proofs;

import dev.countersign.host.firststart.DataFolder;
import dev.countersign.host.platform.EventLog;
import dev.countersign.host.platform.Json;
import dev.countersign.host.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The report that the operator keeps beside the server, if there is one. */
@ApplicationScoped
public class KeptReport {
  private static final EventLog LOG = EventLog.of(KeptReport.class);

  @Inject
  @ConfigProperty(name = "countersign.proof-report")
  Optional<String> configured;

  @Inject DataFolder data;

  /** Read anew each time: a test run may have ended since. */
  public Optional<ProofReport> read() {
    Path file = configured.map(Path::of).orElseGet(() -> data.path().resolve("proof-report.json"));
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file)) {
      return Optional.of(Json.read(in, ProofReport.class));
    } catch (IOException | Problem e) {
      LOG.event("the proof report cannot be read").with(e).warning();
      return Optional.empty();
    }
  }
}
