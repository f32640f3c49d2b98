package dev.countersign.conformance.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.host.proofs.ProofReport.Stage;
import dev.countersign.host.proofs.ProofReport.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The stages of a run: those that must be there, and whatever else left a part. */
final class Stages {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Evidence evidence;

  Stages(Evidence evidence) {
    this.evidence = evidence;
  }

  List<Stage> all() {
    List<Stage> stages = new ArrayList<>();
    for (ExpectedStage expected : ExpectedStage.values()) {
      stages.add(
          switch (expected) {
            case LEAN_GATE -> leanGate();
            case LEAN_PLANTED -> leanPlanted();
            default -> part(expected.stage());
          });
    }
    evidence.parts().keySet().stream()
        .filter(stage -> ExpectedStage.named(stage).isEmpty())
        .forEach(stage -> stages.add(part(stage)));
    return stages;
  }

  private Stage leanGate() {
    JsonNode lean = evidence.lean();
    Map<String, Long> counts = new LinkedHashMap<>();
    Map<String, Object> facts = new LinkedHashMap<>();
    if (!lean.isMissingNode()) {
      counts.put("theorems", lean.path("theorems").asLong());
      counts.put("laws", (long) lean.path("laws").size());
      counts.put(
          "refutations of a law for a spoiled machine",
          StreamSupport.stream(lean.path("laws").spliterator(), false)
              .mapToLong(JsonNode::size)
              .sum());
      counts.put("files", (long) lean.path("files").size());
      facts.put("axioms at most", texts(lean.path("axioms")));
      facts.put("refused", lean.path("refusals").size());
    }
    return stage(
        ExpectedStage.LEAN_GATE,
        state(lean),
        lean.path("milliseconds").asDouble() / 1000,
        counts,
        facts);
  }

  private Stage leanPlanted() {
    JsonNode planted = evidence.planted();
    Map<String, Long> counts = new LinkedHashMap<>();
    Map<String, Object> facts = new LinkedHashMap<>();
    double seconds = 0;
    if (!planted.isMissingNode()) {
      counts.put("planted cases", (long) planted.path("cases").size());
      facts.put("cases", planted.path("cases").findValuesAsText("name"));
      for (JsonNode one : planted.path("cases")) {
        seconds += one.path("seconds").asDouble();
      }
    }
    return stage(ExpectedStage.LEAN_PLANTED, state(planted), seconds, counts, facts);
  }

  /** The gate says in so many words whether it passed. */
  private static State state(JsonNode gate) {
    if (gate.isMissingNode()) {
      return State.MISSING;
    }
    return gate.path("passed").asBoolean() ? State.PASSED : State.FAILED;
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** A part is there if its stage passed, or says why it could not run. */
  private Stage part(String stage) {
    JsonNode part = evidence.part(stage);
    var expected = ExpectedStage.named(stage);
    boolean skipped = part.has("skipped");
    return new Stage(
        stage,
        expected.map(ExpectedStage::title).orElse(stage.replace('-', ' ')),
        expected.map(ExpectedStage::kind).orElse("tested"),
        !skipped && expected.map(ExpectedStage::required).orElse(false),
        part.isMissingNode() || skipped ? State.MISSING : State.PASSED,
        part.path("seconds").asDouble(),
        part.path("counts").isObject()
            ? JSON.convertValue(part.path("counts"), new TypeReference<Map<String, Long>>() {})
            : Map.of(),
        skipped ? Map.of("skipped", part.path("skipped").asText()) : facts(part));
  }

  private static Map<String, Object> facts(JsonNode part) {
    return part.path("facts").isObject()
        ? JSON.convertValue(part.path("facts"), new TypeReference<Map<String, Object>>() {})
        : Map.of();
  }

  private static Stage stage(
      ExpectedStage expected,
      State state,
      double seconds,
      Map<String, Long> counts,
      Map<String, Object> facts) {
    return new Stage(
        expected.stage(),
        expected.title(),
        expected.kind(),
        expected.required(),
        state,
        seconds,
        counts,
        facts);
  }
}
