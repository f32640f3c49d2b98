package dev.countersign.host.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
  record File(String name, String contentBase64) {}

  record Send(
      StringOrList to,
      String subject,
      @Nullable List<File> attachments,
      @Nullable Integer count,
      @JsonDeserialize(using = ZeroOneBoolean.class) @Nullable Boolean flag) {}

  private static Send read(String json) throws IOException {
    return Json.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Send.class);
  }

  private static Problem refused(String json) {
    return assertThrows(Problem.class, () -> read(json));
  }

  @Test
  void a_list_of_one_may_be_a_string() throws IOException {
    assertEquals(
        List.of("a@b.example"), read("{\"to\":\"a@b.example\",\"subject\":\"s\"}").to().values());
    assertEquals(List.of("a", "b"), read("{\"to\":[\"a\",\"b\"],\"subject\":\"s\"}").to().values());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'to':5,'subject':'s'}                                | wrong_type     | to",
        "{'to':{'a':'b'},'subject':'s'}                        | wrong_type     | to",
        "{'to':[1],'subject':'s'}                              | wrong_type     | to",
        "{'to':[['a']],'subject':'s'}                          | wrong_type     | to",
        "{'to':'a','subject':5}                                | wrong_type     | subject",
        "{'to':'a','subject':true}                             | wrong_type     | subject",
        "{'to':'a','subject':1.5}                              | wrong_type     | subject",
        "{'to':'a','subject':['s']}                            | wrong_type     | subject",
        "{'to':'a','subject':{}}                               | wrong_type     | subject",
        "{'to':'a','attachments':'x'}                          | wrong_type     | attachments",
        "{'to':'a','attachments':['x']}                        | wrong_type     | attachments[0]",
        "{'to':'a','attachments':[{'name':5}]}                 | wrong_type     | attachments[0].name",
        "{'to':'a','attachments':[{},{'content_base64':[]}]}   | wrong_type     | attachments[1].content_base64",
        "{'to':'a','count':'5'}                                | wrong_type     | count",
        "{'to':'a','count':5.5}                                | wrong_type     | count",
        "{'to':'a','count':99999999999}                        | out_of_range   | count",
        "{'to':'a','flag':2}                                   | wrong_type     | flag",
        "{'to':'a','flag':'true'}                              | wrong_type     | flag",
        "{'to':'a','subject':'a\\u0000b'}                      | invalid_value  | subject",
        "{'to':['\\ud800'],'subject':'s'}                      | invalid_value  | to",
        "{'to':'a','subject':'\\udc00\\ud800'}                 | invalid_value  | subject",
        "[]                                                    | wrong_type     | body",
        "'text'                                                | wrong_type     | body",
        "5                                                     | wrong_type     | body",
      })
  void a_wrong_type_is_refused_by_the_name_of_its_field(String json, String code, String field) {
    var problem = refused(json.replace('\'', '"'));
    assertEquals(400, problem.status());
    assertEquals(code, problem.code());
    assertEquals(field, problem.body().get("field"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'to'                               | 1 | 6",
        "{'to':'a',}                         | 1 | 11",
        "{'to':'a','to':'b'}                 | 1 | 15",
        "{'to':'a'} x                        | 1 | 13",
        "{'to':'a'}{}                        | 1 | 11",
        "{'to':'a','attachments':[{'name':}] | 1 | 34",
        "nonsense                            | 1 | 9",
      })
  void malformed_json_is_refused_with_line_and_column(String json, int line, int column) {
    var problem = refused(json.replace('\'', '"'));
    assertEquals("malformed_json", problem.code());
    assertEquals(Map.of("line", line, "column", column), position(problem));
  }

  @Test
  void the_line_is_counted_too() {
    var problem = refused("{\"to\":\n  \"a\",\n  nonsense}");
    assertEquals(Map.of("line", 3, "column", 3), position(problem));
  }

  @Test
  void a_raw_line_break_in_a_string_is_malformed() {
    assertEquals("malformed_json", refused("{\"to\":\"a\nb\"}").code());
  }

  private static Map<String, @Nullable Object> position(Problem problem) {
    var body = problem.body();
    return Map.of("line", body.getOrDefault("line", 0), "column", body.getOrDefault("column", 0));
  }

  @Test
  void nothing_or_null_is_a_missing_body() {
    assertEquals("missing_body", refused("null").code());
  }

  @Test
  void deep_nesting_is_refused_before_it_costs_anything() {
    var problem = refused("{\"x\":" + "[".repeat(100_000));
    assertEquals("malformed_json", problem.code());
  }

  @Test
  void bytes_that_are_not_utf8_are_refused() {
    byte[] latin1 = "{\"to\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    var problem =
        assertThrows(Problem.class, () -> Json.read(new ByteArrayInputStream(latin1), Send.class));
    assertEquals("malformed_json", problem.code());
  }

  @Test
  void members_of_other_servers_clients_are_ignored() throws IOException {
    assertEquals("s", read("{\"to\":\"a\",\"subject\":\"s\",\"ucan\":{\"x\":[1]}}").subject());
  }

  @Test
  void no_error_repeats_what_was_sent() {
    var sent = "{\"to\":\"a\",\"subject\":[\"mm_live_secret\"]}";
    assertTrue(!refused(sent).body().toString().contains("mm_live_secret"));
    assertTrue(!refused("mm_live_secret").body().toString().contains("mm_live_secret"));
  }

  @Test
  void names_on_the_wire_are_snake_case() {
    assertEquals(
        "{\"name\":\"n\",\"content_base64\":\"eA==\"}",
        new String(Json.bytes(new File("n", "eA==")), StandardCharsets.UTF_8));
  }
}
