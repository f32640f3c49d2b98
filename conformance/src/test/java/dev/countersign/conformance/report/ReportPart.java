package dev.countersign.conformance.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one stage of the build saw: its counts, seeds and versions. Written only by a stage that
 * passed, as its last act, or that says why it could not run, to {@code
 * target/report-parts/<stage>.json}; a stage whose file is missing has not passed, and the report
 * says so.
 */
public final class ReportPart {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Path FOLDER = Path.of("target", "report-parts");

  private final String stage;
  private final long begun = System.nanoTime();
  private final Map<String, Object> counts = new LinkedHashMap<>();
  private final Map<String, Object> facts = new LinkedHashMap<>();

  private ReportPart(String stage) {
    this.stage = stage;
  }

  /**
   * Begins the part; its time runs from here.
   *
   * @param stage file name of the part, in words joined by hyphens
   */
  public static ReportPart begin(String stage) {
    return new ReportPart(stage);
  }

  /** A number of things tried or seen, such as "steps" or "HTTP calls". */
  public ReportPart count(String what, long number) {
    counts.put(what, number);
    return this;
  }

  /** Anything else worth keeping: a seed, a version, a hash, a ratio. */
  public ReportPart fact(String what, Object value) {
    facts.put(what, value);
    return this;
  }

  /** Says that the stage passed. */
  public void passed() {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("stage", stage);
    part.put("seconds", Math.round((System.nanoTime() - begun) / 1e8) / 10.0);
    part.put("counts", counts);
    part.put("facts", facts);
    write(part);
  }

  /** Says that the stage could not run on this machine, and why; the report shows it. */
  public void skipped(String why) {
    write(Map.of("stage", stage, "skipped", why));
  }

  private void write(Map<String, Object> part) {
    try {
      Files.createDirectories(FOLDER);
      JSON.writeValue(FOLDER.resolve(stage + ".json").toFile(), part);
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }
}
