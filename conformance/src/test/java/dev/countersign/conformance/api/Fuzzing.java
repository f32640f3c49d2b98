package dev.countersign.conformance.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked, of whatever operation, in whatever order: no answer but those described, no
 * word of another tenant, one entry in the ledger. {@code countersign.api.seconds} and {@code
 * countersign.api.seed} make it longer and other.
 */
public interface Fuzzing extends OnProduct {
  int ROUNDS_WITH_ONE_PAIR = 12;

  @Test
  default void random_calls_to_every_operation_get_described_answers_and_one_entry_each() {
    long seed = Long.getLong("countersign.api.seed", 20261123);
    long seconds = Long.getLong("countersign.api.seconds", 25);
    var part = ReportPart.begin("api-fuzzing").fact("seed", seed);
    var api = new Described(product().anonymous().get("/v1/openapi.json").expecting(200).json());
    var line = new Line(product().anonymous().base());
    var random = new Random(seed);
    var fuzzer = new Fuzzer(api, line, random);
    var setting = new Setting(api, line, random);
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    int rounds = 0;
    do {
      var one = furnished(setting);
      var two = furnished(setting);
      // Once at least: on a busy machine furnishing alone may take all the time.
      for (int i = 0; i < ROUNDS_WITH_ONE_PAIR && (i == 0 || System.nanoTime() < end); i++) {
        fuzzer.round(one, two);
        rounds++;
      }
    } while (System.nanoTime() < end);
    var faults = new ArrayList<String>();
    fuzzer.faults().forEach((what, how) -> faults.add(what + "\n      " + how));
    faults.addAll(unrecorded(fuzzer));
    assertEquals("", String.join("\n", faults), "seed " + seed);
    assertTrue(fuzzer.succeeded() > rounds * 10, fuzzer.succeeded() + " calls succeeded");
    part.count("operations", api.operations().size())
        .count("calls", fuzzer.made().size())
        .count("calls that succeeded", fuzzer.succeeded())
        .passed();
  }

  private Party furnished(Setting setting) {
    var canary = "canary" + UUID.randomUUID().toString().replace("-", "");
    var party = Party.in(product().database(), canary);
    setting.furnish(party);
    return party;
  }

  /**
   * Open operations leave an entry only where the description has a word for it. What is turned
   * down by its headers alone has not come to any operation, and leaves one if a tenant's key was
   * shown.
   */
  private List<String> unrecorded(Fuzzer fuzzer) {
    var entries = entries(product().database());
    Map<String, String> found = new HashMap<>();
    fuzzer
        .made()
        .forEach(
            (id, made) -> {
              var operation = made.call().operation();
              boolean nowhere =
                  List.of(405, 406, 415).contains(made.reply().status())
                      || made.reply().json().path("code").asText().equals("unknown_route");
              boolean silent =
                  nowhere
                      ? !made.keyed()
                      : operation.open() && !operation.node().has("x-ledger-action");
              long expected = silent ? 0 : 1;
              long there = entries.getOrDefault(id, 0L);
              // Not there for an operation, or for the routes before it: the answer is the same.
              boolean either = nowhere && operation.open() && made.keyed();
              if (there != expected && !(either && there == 0)) {
                var what = operation + " leaves " + there + " entries, not " + expected;
                found.putIfAbsent(what, made.call() + "\n      → " + made.reply());
              }
            });
    return found.entrySet().stream()
        .map(each -> each.getKey() + "\n      " + each.getValue())
        .sorted()
        .collect(Collectors.toList());
  }

  private static Map<String, Long> entries(TestDatabase database) {
    Map<String, Long> entries = new HashMap<>();
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT request_id, COUNT(*) FROM ledger_entries GROUP BY request_id")) {
      while (rows.next()) {
        entries.put(rows.getString(1), rows.getLong(2));
      }
      return entries;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
