package dev.countersign.conformance.mcp;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that others wrote: the official TypeScript SDK and the MCP Inspector. */
public interface Connecting extends OnProduct {
  ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"http", "stdio"})
  default void the_typescript_sdk_lists_and_calls_every_tool(String way) throws Exception {
    NpmClients.install();
    var samples = new HashMap<String, Object>();
    Samples.of(product()).forEach(each -> samples.put(each.tool(), each.arguments()));
    var called = new TreeSet<String>();
    for (var key :
        new String[] {
          product().firstRun().agentKey(),
          product().firstRun().oversightKey(),
          product().firstRun().adminKey()
        }) {
      var process = NpmClients.start(environment(key), "node", "every-tool.mjs", way, target(way));
      try (var in = process.getOutputStream()) {
        in.write(JSON.writeValueAsBytes(samples));
      }
      var seen = JSON.readTree(NpmClients.output(process));
      assertEquals("countersign", seen.path("server").path("name").asText());
      seen.path("results").forEach(result -> called.add(checked(result)));
    }
    assertEquals(samples.keySet(), called);
    ReportPart.begin("mcp-" + way + "-" + System.getProperty("countersign.db", "h2"))
        .count("tools called by the TypeScript SDK", called.size())
        .passed();
  }

  private static String checked(JsonNode result) {
    var tool = result.path("tool").asText();
    assertTrue(result.path("sample").asBoolean(), tool + " has a sample");
    assertTrue(result.path("texts").size() > 0, tool + " answers with text");
    var text = result.path("texts").path(0).asText();
    assertTrue(
        result.path("failed").asBoolean() ? text.contains("[status ") : text.startsWith("{"), text);
    return tool;
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "stdio"})
  default void an_agent_and_its_overseer_need_no_other_way_in(String way) throws Exception {
    NpmClients.install();
    var sender = Drafts.somebody();
    var recipient = Drafts.somebody();
    var environment = environment(product().firstRun().agentKey());
    environment.put("AGENT_KEY", product().firstRun().agentKey());
    environment.put("OVERSIGHT_KEY", product().firstRun().oversightKey());
    environment.put("MAILBOX_ID", product().firstRun().mailboxId());
    environment.put("SENDER", sender);
    environment.put("RECIPIENT", recipient);
    var process = NpmClients.start(environment, "node", "story.mjs", way, target(way));
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertEquals("waiting", lines.readLine(), "it hears of progress before any mail comes");
    Samples.received(product(), sender, "When does the report come?");
    var last = lines.readLine();
    process.waitFor();
    assertEquals(0, process.exitValue(), last);
    var seen = JSON.readTree(last);
    assertAll(
        () -> assertTrue(seen.path("progress").asInt() >= 1),
        () -> assertEquals("sent", product().status(seen.path("sent").asText())),
        () -> assertEquals("rejected", product().status(seen.path("rejected").asText())));
    product().mail().onlyMailFor(recipient);
  }

  @Test
  default void the_inspector_lists_and_calls_by_both_ways() throws Exception {
    NpmClients.install();
    var key = product().firstRun().agentKey();
    var bearer = "Authorization: Bearer " + key;
    var listed =
        inspect(
            target("http"), "--transport", "http", "--header", bearer, "--method", "tools/list");
    assertTrue(listed.path("tools").size() > 20, listed.toString());
    var called =
        inspect(
            "-e",
            "COUNTERSIGN_API_KEY=" + key,
            "-e",
            "COUNTERSIGN_URL=" + base(),
            target("stdio"),
            "mcp",
            "--method",
            "tools/call",
            "--tool-name",
            "list_mailboxes");
    var text = called.path("content").path(0).path("text").asText();
    assertTrue(text.contains(product().firstRun().mailboxId()), text);
  }

  private JsonNode inspect(String... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add("node_modules/.bin/mcp-inspector");
    command.add("--cli");
    command.addAll(List.of(arguments));
    var process = NpmClients.start(Map.of(), command.toArray(String[]::new));
    var output = NpmClients.output(process);
    assertEquals(0, process.exitValue(), output);
    return JSON.readTree(output.substring(output.indexOf('{')));
  }

  private String base() {
    return product().anonymous().base().toString().replaceAll("/$", "");
  }

  private String target(String way) {
    return way.equals("http") ? base() + "/mcp" : NpmClients.ROOT.resolve("countersign").toString();
  }

  private Map<String, String> environment(String key) {
    return new HashMap<>(Map.of("COUNTERSIGN_URL", base(), "COUNTERSIGN_API_KEY", key));
  }
}
