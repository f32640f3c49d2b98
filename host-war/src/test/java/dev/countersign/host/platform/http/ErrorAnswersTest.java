package dev.countersign.host.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.platform.RequestTrace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorAnswersTest {
  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 405, 406, 413, 415, 500, 503})
  void a_status_of_the_server_keeps_its_number(int status) {
    assertEquals(status, ErrorAnswers.ofStatus(status).status());
  }

  @ParameterizedTest
  @ValueSource(ints = {402, 408, 414, 417, 431, 499})
  void any_other_client_error_is_a_malformed_request(int status) {
    assertEquals("malformed_request", ErrorAnswers.ofStatus(status).code());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 501, 502, 504, 505, 599})
  void any_other_server_error_says_only_by_which_id_to_look_for_it(int status) {
    try (var trace = RequestTrace.begin()) {
      var body = ErrorAnswers.ofStatus(status).body();
      assertEquals("internal_error", body.get("code"));
      assertEquals(trace.id(), body.get("request_id"));
    }
  }

  @Test
  void an_error_outside_of_the_api_is_json_too() throws Exception {
    var exchange = new Exchange(0);
    ErrorAnswers.write(exchange.response(), ErrorAnswers.ofStatus(404));
    assertEquals(404, exchange.status());
    assertTrue(exchange.answer().startsWith("{\"error\":\""));
  }
}
