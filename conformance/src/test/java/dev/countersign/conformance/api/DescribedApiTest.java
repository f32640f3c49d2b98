package dev.countersign.conformance.api;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.countersign.conformance.api.Described.Operation;
import dev.countersign.conformance.api.planted.SilentResource;
import dev.countersign.conformance.report.ReportPart;
import dev.countersign.host.api.access.Public;
import dev.countersign.host.openapi.ApiDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The API's description says all that there is, in a form that tools read. */
class DescribedApiTest {
  private static final Described API = new Described(ApiDocument.of(Resources.all()));

  @Test
  void the_description_is_valid_openapi_3_1() throws IOException {
    var schema = openApi();
    assertEquals(List.of(), List.copyOf(schema.validate(API.document())));
    assertTrue(API.document().path("openapi").asText().startsWith("3.1."));
    ObjectNode broken = API.document().deepCopy();
    broken.withObject("/paths/~1v1~1send/post").put("responses", "none");
    assertFalse(schema.validate(broken).isEmpty(), "a planted fault is found");
  }

  private static JsonSchema openApi() throws IOException {
    var file = "/api/openapi-3.1-schema.json";
    try (var in = Objects.requireNonNull(DescribedApiTest.class.getResourceAsStream(file))) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(new ObjectMapper().readTree(in));
    }
  }

  @Test
  void every_schema_in_it_is_a_valid_schema() {
    var meta =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    List<JsonNode> schemas = new ArrayList<>();
    API.document().path("components").path("schemas").forEach(schemas::add);
    API.document().path("paths").findValues("schema").forEach(schemas::add);
    assertTrue(schemas.size() > 300, schemas.size() + " schemas");
    for (var schema : schemas) {
      assertEquals(List.of(), List.copyOf(meta.validate(schema)), schema.toString());
    }
  }

  @Test
  void every_operation_that_is_there_is_described_and_the_other_way_round() {
    var described = new TreeSet<>(API.operations().stream().map(Operation::toString).toList());
    assertEquals(Resources.operations(Resources.all()), described);
    assertTrue(described.size() > 60, described.size() + " operations");
    ReportPart.begin("api-description").count("operations described", described.size()).passed();
  }

  @Test
  void only_pages_for_people_are_left_out() {
    for (var method : Resources.hidden(Resources.all())) {
      assertTrue(method.isAnnotationPresent(Public.class), method + " needs a key");
    }
  }

  @Test
  void no_operation_lacks_anything() {
    assertEquals("", String.join("\n", Shortcomings.of(API)));
  }

  @Test
  void an_operation_that_says_nothing_of_itself_is_found_out() {
    var resources = new ArrayList<>(Resources.all());
    resources.add(SilentResource.class);
    var found = Shortcomings.of(new Described(ApiDocument.of(resources)));
    var silent = "POST /planted/{place}: ";
    assertAll(
        List.of(
                "not one tag",
                "no summary",
                "no scope",
                "no word in the ledger",
                "not the parameters of its path",
                "200 has no schema")
            .stream()
            .map(each -> () -> assertTrue(found.contains(silent + each), each + " in " + found)));
    assertTrue(
        found.stream().anyMatch(each -> each.startsWith(silent + "request has an example")),
        found.toString());
  }
}
