package dev.countersign.host.siem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.LedgerRow;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every action as an event, held against what the published schema requires of its class. */
class OcsfEventTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode SCHEMA = schema();

  private static JsonNode schema() {
    try (var in = OcsfEventTest.class.getResourceAsStream("/siem/ocsf-1.8.0.json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<String> actions() {
    return Stream.concat(OcsfActions.known().stream(), Stream.of("something_new"));
  }

  /** An entry as the database would give it back. */
  private static LedgerRow entry(String action, Map<String, Object> columns) {
    try {
      Constructor<LedgerRow> constructor = LedgerRow.class.getDeclaredConstructor();
      constructor.setAccessible(true);
      var row = constructor.newInstance();
      set(row, "id", "led_01J0000000000000000000000A");
      set(row, "tenantId", "ten_01J0000000000000000000000A");
      set(row, "requestId", "req_1");
      set(row, "at", 1_790_000_000_000L);
      set(row, "actorId", "agent_01J0000000000000000000000A");
      set(row, "actorRole", "agent");
      set(row, "action", action);
      set(row, "outcome", "ok");
      for (var column : columns.entrySet()) {
        set(row, column.getKey(), column.getValue());
      }
      return row;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static void set(LedgerRow row, String name, Object value)
      throws ReflectiveOperationException {
    Field field = LedgerRow.class.getDeclaredField(name);
    field.setAccessible(true);
    field.set(row, value);
  }

  /** {@return what the schema has against the event} */
  private static List<String> faults(JsonNode event) {
    List<String> faults = new ArrayList<>();
    var type = SCHEMA.path("classes").path(event.path("class_uid").asText());
    if (type.isMissingNode()) {
      return List.of("no such class");
    }
    type.path("required").forEach(name -> require(event, name.asText(), "event", faults));
    type.path("objects")
        .properties()
        .forEach(at -> object(event.at("/" + at.getKey()), at.getValue().asText(), faults));
    among(event.path("activity_id"), type.path("activities"), faults);
    among(event.path("severity_id"), SCHEMA.path("severity_id"), faults);
    among(event.path("status_id"), SCHEMA.path("status_id"), faults);
    among(event.at("/actor/user/type_id"), SCHEMA.path("user_type_id"), faults);
    if (event.path("category_uid").asInt() != type.path("category").asInt()) {
      faults.add("another category");
    }
    int typeUid = event.path("class_uid").asInt() * 100 + event.path("activity_id").asInt();
    if (event.path("type_uid").asInt() != typeUid) {
      faults.add("type_uid is not class_uid * 100 + activity_id");
    }
    if (!event.path("time").isIntegralNumber()) {
      faults.add("time is not a number");
    }
    return faults;
  }

  private static void object(JsonNode object, String kind, List<String> faults) {
    if (object.isMissingNode()) {
      return;
    }
    var rules = SCHEMA.path("objects").path(kind);
    rules.path("required").forEach(name -> require(object, name.asText(), kind, faults));
    var oneOf = rules.path("at_least_one");
    if (!oneOf.isMissingNode()
        && StreamSupport.stream(oneOf.spliterator(), false)
            .noneMatch(name -> object.hasNonNull(name.asText()))) {
      faults.add(kind + " has none of " + oneOf);
    }
  }

  private static void require(JsonNode object, String name, String kind, List<String> faults) {
    if (!object.hasNonNull(name)) {
      faults.add(kind + " lacks " + name);
    }
  }

  private static void among(JsonNode value, JsonNode allowed, List<String> faults) {
    if (StreamSupport.stream(allowed.spliterator(), false).noneMatch(value::equals)) {
      faults.add(value + " is none of " + allowed);
    }
  }

  private static JsonNode event(LedgerRow entry, Map<String, ?> written) {
    return JSON.valueToTree(OcsfEvent.of(entry, written));
  }

  @ParameterizedTest
  @MethodSource("actions")
  void an_event_has_what_its_class_requires(String action) {
    var refused = Map.<String, Object>of("outcome", "refused", "reason", "forbidden");
    var full =
        Map.<String, Object>of(
            "objectId", "em_01J0000000000000000000000A", "logIndex", 7L, "keyId", "key_1");
    for (var role : List.of("agent", "person", "operator", "clock", "anonymous")) {
      var columns = Map.<String, Object>of("actorRole", role);
      assertEquals(List.of(), faults(event(entry(action, columns), Map.of())));
    }
    assertEquals(List.of(), faults(event(entry(action, refused), Map.of("object", "typed"))));
    assertEquals(List.of(), faults(event(entry(action, full), Map.of("note", "seen"))));
  }

  @Test
  void what_a_class_requires_is_missed_when_it_is_not_there() {
    int removed = 0;
    for (var action : List.of("submit", "create_key")) {
      var good = event(entry(action, Map.of()), Map.of());
      var type = SCHEMA.path("classes").path(good.path("class_uid").asText());
      for (var name : type.path("required")) {
        ObjectNode bad = good.deepCopy();
        bad.remove(name.asText());
        assertFalse(faults(bad).isEmpty(), "without " + name);
        removed++;
      }
      ObjectNode other = good.deepCopy();
      assertFalse(faults(other.put("type_uid", 1)).isEmpty());
    }
    assertEquals(18, removed);
  }

  @Test
  void an_event_leads_back_to_its_entry_and_tells_why_a_call_was_refused() {
    var columns =
        Map.<String, Object>of(
            "outcome", "refused", "reason", "read_only", "logIndex", 41L, "keyId", "key_7");
    var event = event(entry("submit", columns), Map.of("note", "urgent"));
    assertEquals("led_01J0000000000000000000000A", event.at("/metadata/uid").asText());
    assertEquals(41, event.at("/metadata/sequence").asLong());
    assertEquals("1.8.0", event.at("/metadata/version").asText());
    assertEquals("read_only", event.path("status_code").asText());
    assertEquals("Failure", event.path("status").asText());
    assertEquals("key_7", event.at("/actor/user/credential_uid").asText());
    assertEquals("urgent", event.path("message").asText());
  }

  @Test
  void the_table_has_every_published_action_and_no_other() {
    var published = Arrays.stream(Action.values()).map(Action::wire).collect(Collectors.toSet());
    assertEquals(published, OcsfActions.known());
  }
}
