package dev.countersign.conformance.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.api.Described.Operation;
import dev.countersign.host.openapi.ApiDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bad server would answer is found out. */
class OracleTest {
  private static final Described API = new Described(ApiDocument.of(Resources.all()));
  private static final String GOOD = "{\"webhooks\":[],\"subscriptions\":[]}";
  private static final String SECRET = "canary";

  private static Call list() {
    var operation =
        API.operations().stream()
            .filter(each -> each.toString().equals("GET /v1/webhooks"))
            .findFirst()
            .orElseThrow();
    return call(operation);
  }

  private static Call call(Operation operation) {
    return new Call(operation, Map.of(), Map.of(), Optional.empty(), Map.of(), new byte[0]);
  }

  private static List<String> faults(int status, String type, String body) {
    return new Oracle(API).faults(list(), new Reply(status, type, "id", body), List.of(SECRET));
  }

  @Test
  void a_good_answer_has_no_faults() {
    assertEquals(List.of(), faults(200, "application/json", GOOD));
    assertEquals(
        List.of(), faults(403, "application/json", "{\"error\":\"No.\",\"code\":\"forbidden\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500|application/json|{\"error\":\"\",\"code\":\"\"}|fails with 500",
        "418|application/json|{\"error\":\"\",\"code\":\"\"}|answers 418",
        "200|text/html|<html>|is of type text/html",
        "200|application/json|<html>|is no JSON",
        "200|application/json|{\"webhooks\":[]}|is not of its schema",
        "200|application/json|{\"webhooks\":[],\"subscriptions\":[],\"more\":1}|is not of its schema",
        "200|application/json|{\"webhooks\":[1],\"subscriptions\":[]}|is not of its schema",
        "403|application/json|{\"error\":\"No.\"}|is not of its schema",
        "403|application/json|{\"error\":\"canary\",\"code\":\"c\"}|another tenant",
        "400|application/json|{\"error\":\"at dev.countersign.X\",\"code\":\"c\"}|its insides"
      })
  void a_planted_fault_is_found(int status, String type, String body, String fault) {
    var found = faults(status, type, body);
    assertTrue(found.stream().anyMatch(each -> each.contains(fault)), found.toString());
  }

  @Test
  void a_resource_without_its_check_is_found_by_the_matrix() {
    var careless = new Matrix((call, key) -> new Reply(200, "application/json", "id", GOOD));
    careless.refused(list(), Map.of("AGENT_SEND", Optional.of("mm_live_agent")));
    careless.strange(list(), Map.of("no key", Optional.empty()));
    assertEquals(2, careless.faults().size(), careless.faults().toString());
    var careful = new Matrix((call, key) -> new Reply(401, "application/json", "id", "{}"));
    careful.refused(list(), Map.of("AGENT_SEND", Optional.of("mm_live_agent")));
    careful.strange(list(), Map.of("no key", Optional.empty()));
    assertEquals(List.of(), careful.faults());
  }

  @Test
  void only_the_documented_scopes_are_allowed() {
    var operation = list().operation();
    var allowed = Matrix.kinds(operation, true);
    assertEquals(
        List.of(Party.Kind.AGENT_ADMIN, Party.Kind.OPERATOR_ADMIN, Party.Kind.OPERATOR), allowed);
  }
}
