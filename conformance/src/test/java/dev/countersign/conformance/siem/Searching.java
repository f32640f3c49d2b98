package dev.countersign.conformance.siem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Api;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random questions to the record, each answer compared with a filter over the whole of it. */
public interface Searching extends OnProduct {
  long SEED = 20_261_123;
  int QUESTIONS = 60;
  int MOST = 400;

  /** Where an entry's JSON has what a filter looks at. */
  Map<String, String> FILTERS =
      new TreeMap<>(
          Map.of(
              "actor", "/actor_id",
              "key", "/actor_key_id",
              "action", "/action",
              "mailbox", "/metadata/mailbox_id",
              "object", "/resource_id",
              "outcome", "/metadata/outcome"));

  @Test
  default void every_question_finds_what_a_filter_over_the_whole_record_finds() {
    variety();
    var whole = pages(product().admin(), "", 100, MOST);
    var newest = whole.getFirst().path("id").asText();
    // Entries from here on are in every answer's reach, however many more there are.
    var oldest = whole.getLast();
    var random = new SplittableRandom(SEED);
    int found = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      var asked = question(whole, random);
      asked.putIfAbsent("from", oldest.path("created_at").asText());
      var expected =
          whole.stream().filter(entry -> matches(entry, asked)).map(Searching::id).toList();
      var query =
          asked.entrySet().stream()
              .map(
                  filter ->
                      "&"
                          + (filter.getKey().equals("key") ? "actor" : filter.getKey())
                          + "="
                          + filter.getValue())
              .collect(Collectors.joining());
      int limit = 1 + random.nextInt(100);
      // Every look is an entry itself, so the record grows while its pages are turned.
      var answer =
          pages(product().admin(), query, limit, Integer.MAX_VALUE).stream()
              .map(Searching::id)
              .filter(id -> id.compareTo(newest) <= 0 && id.compareTo(id(oldest)) >= 0)
              .toList();
      assertEquals(
          expected, answer, "seed " + SEED + ", question " + i + ": " + query + " by " + limit);
      found += answer.size();
    }
    assertTrue(found > QUESTIONS, "most questions find something: " + found);
  }

  private void variety() {
    var id = product().send(Drafts.to(Drafts.somebody())).expecting(202).text("id");
    product().awaitStatus(id, "pending_send_approval");
    product().decide(id, "approve");
    product().agent().post("/v1/api-keys", Map.of("name", "mine", "scopes", List.of("admin")));
    product().overseer().get("/v1/audit-log");
    for (int i = 0; i < 20; i++) {
      product().agent().get("/v1/mailboxes");
    }
  }

  private static String id(JsonNode entry) {
    return entry.path("id").asText();
  }

  private static List<JsonNode> pages(Api admin, String query, int limit, int most) {
    List<JsonNode> entries = new ArrayList<>();
    var cursor = "";
    do {
      var page = admin.get("/v1/audit-log?limit=" + limit + query + cursor).expecting(200).json();
      page.path("entries").forEach(entries::add);
      cursor = page.path("cursor").isNull() ? "" : "&cursor=" + page.path("cursor").asText();
    } while (!cursor.isEmpty() && entries.size() < most);
    return entries;
  }

  /** Filters that some entry passes, each alone; together they may find nothing. */
  private static Map<String, String> question(List<JsonNode> whole, SplittableRandom random) {
    var asked = new LinkedHashMap<String, String>();
    for (var filter : FILTERS.entrySet()) {
      var value = whole.get(random.nextInt(whole.size())).at(filter.getValue()).asText("");
      boolean minted = !filter.getKey().equals("object") || value.matches("[a-z]+_[0-9A-Z]{26}");
      if (random.nextInt(4) == 0 && !value.isEmpty() && minted) {
        asked.put(filter.getKey(), value);
      }
    }
    if (asked.containsKey("key")) {
      asked.remove("actor");
    }
    // What a refused call named is what somebody typed: it is shown, but not searched.
    if (asked.containsKey("object")) {
      asked.put("outcome", "ok");
    }
    for (var bound : List.of("from", "to")) {
      if (random.nextInt(3) == 0) {
        asked.put(bound, whole.get(random.nextInt(whole.size())).path("created_at").asText());
      }
    }
    if (asked.containsKey("to") && asked.getOrDefault("from", "").compareTo(asked.get("to")) > 0) {
      asked.remove("to");
    }
    return asked;
  }

  private static boolean matches(JsonNode entry, Map<String, String> asked) {
    return asked.entrySet().stream()
        .allMatch(
            filter ->
                switch (filter.getKey()) {
                  case "from" -> at(entry).compareTo(instant(filter.getValue())) >= 0;
                  case "to" -> at(entry).compareTo(instant(filter.getValue())) < 0;
                  default ->
                      entry.at(FILTERS.get(filter.getKey())).asText("").equals(filter.getValue());
                });
  }

  private static java.time.Instant at(JsonNode entry) {
    return instant(entry.path("created_at").asText());
  }

  private static java.time.Instant instant(String text) {
    return java.time.Instant.parse(text);
  }

  @ParameterizedTest
  @CsvSource({
    "from,yesterday",
    "from,2026-01-01T00:00:00%2B01:00",
    "to,2026-13-01",
    "actor,%27%20OR%201%3D1",
    "actor,Agent",
    "mailbox,mbx_1",
    "action,DROP%20TABLE",
    "message,key_01J0000000000000000000000A",
    "object,someone@peer.example",
    "outcome,maybe",
    "limit,0",
    "limit,many",
    "cursor,1"
  })
  default void a_filter_that_cannot_be_read_is_named(String field, String value) {
    var answer = product().admin().get("/v1/audit-log?" + field + "=" + value).expecting(400);
    assertEquals(field, answer.text("field"));
  }

  @ParameterizedTest
  @CsvSource({"format,xml", "position,-1", "limit,0", "limit,999999999999", "outcome,maybe"})
  default void so_is_one_of_an_export(String field, String value) {
    var path = "/v1/audit-log/export?" + field + "=" + value;
    assertEquals(field, product().admin().get(path).expecting(400).text("field"));
  }

  @Test
  default void times_in_the_wrong_order_and_two_names_for_one_filter_are_refused() {
    var admin = product().admin();
    admin.get("/v1/audit-log?from=2026-02-01&to=2026-01-01").expecting(400);
    var id = "em_01J0000000000000000000000A";
    admin.get("/v1/audit-log?message=" + id + "&object=" + id).expecting(400);
  }

  @Test
  default void only_admins_search_and_export() {
    for (var path : List.of("/v1/audit-log?outcome=ok", "/v1/audit-log/export?format=csv")) {
      product().agent().get(path).expecting(403);
      product().overseer().get(path).expecting(403);
      product().anonymous().get(path).expecting(401);
    }
  }
}
