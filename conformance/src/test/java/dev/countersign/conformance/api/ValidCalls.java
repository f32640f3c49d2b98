package dev.countersign.conformance.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.countersign.conformance.api.Described.Operation;
import dev.countersign.conformance.running.Drafts;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Calls as the description's examples have them, about things that are really there. */
final class ValidCalls {
  private static final Map<String, String> IDS =
      Map.ofEntries(
          Map.entry("mailboxes", "mbx"),
          Map.entry("mailbox_id", "mbx"),
          Map.entry("emails", "em"),
          Map.entry("reply", "em"),
          Map.entry("message_id", "pending"),
          Map.entry("email_id", "pending"),
          Map.entry("threads", "thr"),
          Map.entry("thread_id", "thr"),
          Map.entry("webhooks", "wh"),
          Map.entry("api-keys", "key"),
          Map.entry("legal-holds", "hold"),
          Map.entry("entry", "led"),
          Map.entry("proof", "led"));

  private final Party party;
  private final Random random;

  ValidCalls(Party party, Random random) {
    this.party = party;
    this.random = random;
  }

  Call of(Operation operation) {
    Map<String, String> path = new HashMap<>();
    Map<String, String> query = new LinkedHashMap<>();
    for (var parameter : operation.node().path("parameters")) {
      var name = parameter.path("name").asText();
      switch (parameter.path("in").asText()) {
        case "path" -> path.put(name, pathValue(operation, name));
        case "query" -> queryValue(name, parameter).ifPresent(value -> query.put(name, value));
        default -> {}
      }
    }
    var bodies = operation.bodies();
    if (bodies.isEmpty()) {
      return new Call(operation, path, query, Optional.empty(), Map.of(), new byte[0]);
    }
    var body = bodies.getFirst();
    if (!body.getKey().endsWith("json")) {
      return new Call(
          operation, path, query, Optional.empty(), Map.of("Content-Type", body.getKey()), mail());
    }
    return Call.json(operation, path, query, fitting(body.getValue().path("example").deepCopy()));
  }

  private String pathValue(Operation operation, String name) {
    var before = operation.path().substring(0, operation.path().indexOf("/{" + name + "}"));
    var segment = before.substring(before.lastIndexOf('/') + 1);
    return switch (name) {
      case "log", "tenant" -> party.tenant();
      case "kid" -> party.pool().any("at /v1/signing-keys/rotate kid", random).orElse("none");
      case "domain" ->
          before.endsWith("/domains")
              ? party.pool().any("dom", random).orElse("none")
              : "example.org";
      case "level" -> "0";
      case "tile" -> "000";
      default -> among(before, IDS.getOrDefault(segment, name)).orElse("none");
    };
  }

  /** What the collection itself has shown, or what has the right kind of id. */
  private Optional<String> among(String collection, String kind) {
    var pool = party.pool();
    if (kind.equals("mbx")) {
      return Optional.of(party.mailbox());
    }
    return Stream.of(kind, "at " + collection + " email_address", "at " + collection + " id")
        .map(each -> pool.any(each, random))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> pool.any("at " + collection + " name", random));
  }

  private Optional<String> queryValue(String name, JsonNode parameter) {
    return switch (name) {
      case "mailbox", "recipient" -> Optional.of(party.address());
      case "domain" -> Optional.of("example.org");
      case "from" -> Optional.ofNullable(parameter.path("example").asText(null));
      case "entry" -> party.pool().newest("led");
      default ->
          parameter.path("required").asBoolean()
              ? Optional.of(parameter.path("example").asText("1"))
              : Optional.empty();
    };
  }

  private JsonNode fitting(JsonNode example) {
    if (example instanceof ObjectNode object) {
      for (var member : object.properties()) {
        var value = member.getValue();
        member.setValue(value.isTextual() ? fit(member.getKey(), value) : fitting(value));
      }
    }
    return example;
  }

  private JsonNode fit(String name, JsonNode example) {
    var pooled = Optional.ofNullable(IDS.get(name)).flatMap(kind -> party.pool().newest(kind));
    return switch (name) {
      case "mailbox_id" -> TextNode.valueOf(party.mailbox());
      case "from" -> TextNode.valueOf(party.address());
      case "to", "cc", "bcc", "email" -> TextNode.valueOf(Drafts.somebody());
      case "address", "address_local" -> TextNode.valueOf(Drafts.somebody());
      case "domain" -> TextNode.valueOf(Drafts.somebody().replace("@", "."));
      case "approver_email" -> TextNode.valueOf(party.overseer());
      case "subject", "text_body", "markdown", "note", "display_name", "description" ->
          TextNode.valueOf(party.canary() + " " + example.asText());
      case "name" -> TextNode.valueOf(party.canary() + " " + random.nextInt(1_000_000));
      case "url" -> TextNode.valueOf("http://127.0.0.1:9/" + random.nextInt(1_000_000));
      case "expires_at", "send_at" -> TextNode.valueOf("2099-01-01T00:00:00Z");
      default -> pooled.<JsonNode>map(TextNode::valueOf).orElse(example);
    };
  }

  private byte[] mail() {
    return String.join(
            "\r\n",
            "From: Bob <bob@peer.example>",
            "To: " + party.address(),
            "Subject: " + party.canary(),
            "Message-ID: <" + random.nextLong() + "@peer.example>",
            "Date: Fri, 20 Nov 2026 10:00:00 +0000",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "Hello " + party.canary(),
            "")
        .getBytes(StandardCharsets.UTF_8);
  }
}
