package dev.countersign.conformance.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.api.Described.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the description of an operation lacks. */
final class Shortcomings {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private final Described api;
  private final List<String> found = new ArrayList<>();

  private Shortcomings(Described api) {
    this.api = api;
  }

  /** {@return each as {@code GET /path: what is missing}} */
  static List<String> of(Described api) {
    var all = new Shortcomings(api);
    Set<String> ids = new HashSet<>();
    for (var operation : api.operations()) {
      all.check(
          operation, !operation.id().isEmpty() && ids.add(operation.id()), "no id of its own");
      all.said(operation);
      all.parameters(operation);
      all.bodies(operation);
      all.answers(operation);
    }
    return all.found;
  }

  private void check(Operation operation, boolean well, String shortcoming) {
    if (!well) {
      found.add(operation + ": " + shortcoming);
    }
  }

  private void said(Operation operation) {
    var node = operation.node();
    check(operation, node.path("tags").size() == 1, "not one tag");
    check(operation, !node.path("summary").asText().isBlank(), "no summary");
    boolean scoped =
        operation.open()
            || node.path("security").findValues("key").stream().noneMatch(JsonNode::isEmpty);
    check(operation, scoped, "no scope");
    check(operation, operation.open() || node.has("x-ledger-action"), "no word in the ledger");
  }

  private void parameters(Operation operation) {
    var named = PARAMETER.matcher(operation.path()).results().map(match -> match.group(1)).toList();
    var told = new ArrayList<String>();
    for (var parameter : operation.node().path("parameters")) {
      check(operation, parameter.has("schema"), "a parameter without a schema");
      if (parameter.path("in").asText().equals("path")) {
        told.add(parameter.path("name").asText());
      }
    }
    check(operation, Set.copyOf(named).equals(Set.copyOf(told)), "not the parameters of its path");
  }

  private void bodies(Operation operation) {
    for (var body : operation.bodies()) {
      if (body.getKey().endsWith("json")) {
        shown(operation, "request", body.getValue());
      }
    }
  }

  private void answers(Operation operation) {
    var statuses = new ArrayList<String>();
    operation.responses().fieldNames().forEachRemaining(statuses::add);
    check(operation, statuses.stream().anyMatch(status -> status.startsWith("2")), "no success");
    for (var status : statuses) {
      var response = operation.responses().path(status);
      check(operation, !response.path("description").asText().isBlank(), status + " says nothing");
      if (status.startsWith("3") || status.equals("204")) {
        continue;
      }
      check(operation, response.has("content"), status + " has no content");
      for (var media : response.path("content").properties()) {
        if (media.getKey().endsWith("json")) {
          shown(operation, status, media.getValue());
        }
      }
    }
  }

  private void shown(Operation operation, String what, JsonNode media) {
    var schema = api.resolved(media.path("schema"));
    boolean telling =
        List.of("properties", "items", "additionalProperties", "oneOf", "anyOf", "description")
            .stream()
            .anyMatch(schema::has);
    check(operation, telling, what + " has no schema");
    check(operation, media.has("example"), what + " has no example");
    var faults =
        what.equals("request")
            ? api.faults(media.path("schema"), media.path("example"))
            : api.faultsOfAnswer(media.path("schema"), media.path("example"));
    check(
        operation,
        faults.isEmpty(),
        what
            + " has an example that is not valid: "
            + faults.stream().collect(Collectors.joining(", ")));
  }
}
