package dev.countersign.conformance.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One run of {@code ./countersign audit}: how it ended, and what it said. */
public record AuditRun(int status, String output, String errors) {
  private static final Path ROOT = Path.of(System.getProperty("countersign.root"));

  /** Audits the log of the product's tenant, with its admin key. */
  public static AuditRun of(Product product, String... more) {
    return at(here(product), product.firstRun().adminKey(), more);
  }

  /** {@return the server's address: it is on this machine, whatever the machine calls itself} */
  public static URI here(Product product) {
    return URI.create("http://127.0.0.1:" + product.anonymous().base().getPort());
  }

  /** The same by another way to the server. */
  public static AuditRun at(URI address, String adminKey, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--url", address.toString()));
    arguments.addAll(List.of(more));
    return run(arguments, Map.of("ADMIN_KEY", adminKey));
  }

  /** Audits a file, offline. */
  public static AuditRun ofFile(Path export, Path keys) {
    return run(List.of("--export", export.toString(), "--log-key", keys.toString()), Map.of());
  }

  /** Waits until the log of the product's tenant has at least so many entries in order. */
  public static void awaitEntries(Product product, long wanted) {
    Waiting.until(
        "the log has " + wanted + " entries",
        () ->
            product
                .database()
                .count(
                    "SELECT COUNT(*) FROM ledger_entries WHERE tenant_id = ? AND log_index IS NOT"
                        + " NULL",
                    product.firstRun().tenantId()),
        there -> there >= wanted);
  }

  /** {@return everything it said, for whoever wonders why} */
  public String said() {
    return "status " + status + "\n" + output + errors;
  }

  private static AuditRun run(List<String> arguments, Map<String, String> environment) {
    try {
      var output = Files.createTempFile("audit", ".out");
      var errors = Files.createTempFile("audit", ".err");
      List<String> command =
          new ArrayList<>(List.of(ROOT.resolve("countersign").toString(), "audit"));
      command.addAll(arguments);
      var builder =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile());
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().putAll(environment);
      int status = builder.start().waitFor();
      return new AuditRun(status, Files.readString(output), Files.readString(errors));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
