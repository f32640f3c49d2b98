package dev.countersign.conformance.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.conformance.api.Party.Kind;
import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.running.OnProduct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No operation succeeds with a key that its description does not allow. */
public interface Allowing extends OnProduct {
  /** Operations that take more than a key and an example, such as a code from a mail. */
  String UNTRIED = "/api/never-succeeding-in-the-matrix.txt";

  @Test
  @Tag("one-database")
  default void no_operation_succeeds_with_a_key_that_its_description_does_not_allow()
      throws IOException {
    var part = ReportPart.begin("operations-and-scopes");
    var api = new Described(product().anonymous().get("/v1/openapi.json").expecting(200).json());
    var line = new Line(product().anonymous().base());
    var random = new Random(11);
    var setting = new Setting(api, line, random);
    var matrix = new Matrix(line::make);
    var other = Party.in(product().database(), "others");
    setting.furnish(other);
    var party = furnished(setting);
    var revoked = revoked();
    for (var operation : Setting.gentlyOrdered(api)) {
      if (Setting.takesOneThatWaits(operation)) {
        setting.hold(party);
      }
      var calls = new ValidCalls(party, random);
      var call = calls.of(operation);
      matrix.strange(
          call,
          Map.of(
              "no key", Optional.empty(),
              "an unknown key", Optional.of("mm_live_unknown"),
              "a revoked key", Optional.of(revoked)));
      Map<String, Optional<String>> wrong = new LinkedHashMap<>();
      for (var kind : Matrix.kinds(operation, false)) {
        wrong.put(kind.toString(), Optional.of(party.key(kind)));
      }
      if (!call.ids().isEmpty()) {
        for (var kind : Matrix.kinds(operation, true)) {
          wrong.put("another tenant's " + kind, Optional.of(other.key(kind)));
        }
      }
      matrix.refused(call, wrong);
      if (operation.open()) {
        matrix.allowed(call, Optional.empty());
      }
      for (var kind : Matrix.kinds(operation, true)) {
        var reply = matrix.allowed(calls.of(operation), Optional.of(party.key(kind)));
        if (reply.succeeded() && reply.type().endsWith("json")) {
          party.pool().harvest(operation, reply.json());
        }
      }
      if (Setting.ends(operation)) {
        party = furnished(setting);
      }
    }
    assertEquals("", String.join("\n", matrix.faults()));
    var never = new TreeSet<>(api.operations().stream().map(Object::toString).toList());
    never.removeAll(matrix.succeeded());
    never.removeAll(explained());
    assertEquals("", String.join("\n", never), "never succeeded with any key, so not tried at all");
    part.count("operations", api.operations().size())
        .count("kinds of keys", Kind.values().length + 3)
        .count("calls", matrix.tried())
        .count("operations that succeeded for somebody", matrix.succeeded().size())
        .passed();
  }

  private Party furnished(Setting setting) {
    var party = Party.in(product().database(), "matrix");
    setting.furnish(party);
    return party;
  }

  private String revoked() {
    var key = product().newKey("read", Map.of());
    product().admin().delete("/v1/api-keys/" + key.text("id")).expecting(200);
    return key.text("api_key");
  }

  private static SortedSet<String> explained() throws IOException {
    try (var in = Objects.requireNonNull(Allowing.class.getResourceAsStream(UNTRIED))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.replaceFirst("\\s+#.*", "").strip())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
