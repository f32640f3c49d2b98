package dev.countersign.conformance.mcp;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Api;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Which tools there are, and for whom. */
public interface Offering extends OnProduct {
  Map<String, String> OLDER =
      Map.of(
          "tag_email", "set_tags",
          "report_spam", "manage_spam_status",
          "not_spam", "manage_spam_status",
          "check_suppression", "list_suppression",
          "request_upgrade", "manage_upgrade",
          "apply_upgrade", "manage_upgrade",
          "schedule_email", "send_email");

  @Test
  default void a_tool_is_listed_for_exactly_the_keys_that_can_use_it() {
    var samples = Samples.of(product());
    var offers = new ArrayList<Offer>();
    keys().forEach((name, api) -> samples.forEach(each -> offers.add(offer(name, api, each))));
    var faults = offers.stream().map(Offer::fault).flatMap(Optional::stream).toList();
    assertEquals(List.of(), faults);
    var missing =
        offers.stream()
            .filter(Offer::awaited)
            .map(Offer::tool)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), missing, "calls that the API does not have");
    ReportPart.begin("mcp-tools-" + System.getProperty("countersign.db", "h2"))
        .count("tools", samples.size())
        .count("keys", keys().size())
        .count("pairs of tool and key", offers.size())
        .passed();
  }

  private Map<String, Api> keys() {
    var keys = new LinkedHashMap<String, Api>();
    // The very agent whose message is cancelled: another may not, whatever its scopes.
    var agent = product().read(product().sendAndAwaitHold(Drafts.to(Drafts.somebody())));
    var same = Map.of("agent_id", agent.text("agent_id"));
    keys.put("reader", product().anonymous().with(secret("read", same)));
    keys.put("sender", product().anonymous().with(secret("send", same)));
    keys.put("agent", product().agent());
    keys.put("overseer", product().overseer());
    // Last: it can take away what the others are tried on.
    keys.put("operator", product().admin());
    return keys;
  }

  private String secret(String scope, Map<String, ?> holder) {
    return product().newKey(scope, holder).text("api_key");
  }

  private static Offer offer(String name, Api api, Sample sample) {
    var client = new McpClient(api);
    boolean listed = client.tools().contains(sample.tool());
    var answer = client.call(sample.tool(), sample.arguments());
    var same = listed ? Optional.<Answer>empty() : Optional.of(sample.byApi(api));
    return new Offer(name, sample.tool(), listed, answer, same);
  }

  @Test
  default void a_tool_listed_without_its_scope_is_noticed() {
    var refused = new ToolAnswer(true, List.of("No. [status 403, code forbidden]"));
    var told = new ToolAnswer(true, List.of("it needs the scope admin. [code forbidden]"));
    var done = new ToolAnswer(false, List.of("{}"));
    var hidden = Optional.of(new Answer(403, HttpHeaders.of(Map.of(), (a, b) -> true), "{}"));
    var open = Optional.of(new Answer(200, HttpHeaders.of(Map.of(), (a, b) -> true), "{}"));
    Optional<Answer> untried = Optional.empty();
    assertAll(
        () -> assertTrue(new Offer("k", "t", true, refused, untried).fault().isPresent()),
        () -> assertTrue(new Offer("k", "t", false, done, hidden).fault().isPresent()),
        () -> assertTrue(new Offer("k", "t", false, told, open).fault().isPresent()),
        () -> assertFalse(new Offer("k", "t", false, told, hidden).fault().isPresent()),
        () -> assertFalse(new Offer("k", "t", true, done, untried).fault().isPresent()));
  }

  @Test
  default void every_tool_is_tried_and_stands_in_the_documentation() throws IOException {
    var documented = documented();
    var tools = all();
    var tried = Samples.of(product()).stream().map(Sample::tool).collect(Collectors.toSet());
    assertAll(
        () -> assertEquals(51, tools.size(), "fifty of the wire contract, and check_domain"),
        () -> assertEquals(tools.keySet(), tried),
        () -> assertEquals(tools, documented));
  }

  /** {@return name and arguments of everything that any key is shown} */
  private Map<String, String> all() {
    var all = new TreeMap<String, String>();
    for (var api : List.of(product().agent(), product().overseer(), product().admin())) {
      new McpClient(api)
          .list()
          .forEach(tool -> all.put(tool.path("name").asText(), described(tool)));
    }
    return all;
  }

  private static String described(JsonNode tool) {
    var schema = tool.path("inputSchema");
    var required =
        StreamSupport.stream(schema.path("required").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toSet());
    var names = new ArrayList<String>();
    schema
        .path("properties")
        .fieldNames()
        .forEachRemaining(name -> names.add(required.contains(name) ? name + "*" : name));
    return String.join(", ", names);
  }

  private static Map<String, String> documented() throws IOException {
    var page = Path.of(System.getProperty("countersign.root"), "docs", "mcp.md");
    var rows = new TreeMap<String, String>();
    for (var line : Files.readAllLines(page)) {
      var cells = line.split("\\|", -1);
      if (cells.length == 6 && cells[1].strip().matches("`[a-z_]+`")) {
        rows.put(cells[1].strip().replace("`", ""), cells[2].strip());
      }
    }
    return rows;
  }

  @Test
  default void older_names_answer_and_are_not_listed() {
    var listed = all().keySet();
    var client = new McpClient(product().overseer());
    OLDER.forEach(
        (older, today) -> {
          assertFalse(listed.contains(older), older);
          assertTrue(listed.contains(today), today);
          var text = client.call(older, Map.of()).text();
          assertFalse(text.contains("no such tool"), text);
        });
    var scheduled =
        new McpClient(product().agent()).call("schedule_email", Map.of("to", List.of()));
    assertTrue(scheduled.text().contains("is missing"), scheduled.text());
  }
}
