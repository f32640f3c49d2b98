package dev.countersign.audit.entries;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** The oracle is a canonicaliser by somebody else. */
class CanonicalJsonTest {
  @Property(tries = 300)
  void what_another_program_makes_canonical_is_read(
      @ForAll Map<String, String> texts, @ForAll int number, @ForAll boolean truth)
      throws IOException, NotCanonical {
    var members = new java.util.HashMap<String, Object>(texts);
    members.put("n", number);
    members.put("list", List.of(truth, number));
    var json =
        new JsonCanonicalizer(
                new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(members))
            .getEncodedUTF8();
    assertEquals(texts.size() + added(texts), CanonicalJson.object(json, 0, json.length).size());
  }

  private static int added(Map<String, String> texts) {
    return (texts.containsKey("n") ? 0 : 1) + (texts.containsKey("list") ? 0 : 1);
  }

  @Test
  void another_spelling_of_the_same_is_refused() {
    assertDoesNotThrow(() -> read("{\"a\":[1,true,\"\\n\\u001f\"],\"b\":{}}"));
    for (String other :
        List.of(
            "{ }",
            "{} ",
            "{\"b\":1,\"a\":1}",
            "{\"a\":1,\"a\":1}",
            "{\"a\":1.0}",
            "{\"a\":01}",
            "{\"a\":-0}",
            "{\"a\":1e1}",
            "{\"a\":9007199254740992}",
            "{\"a\":\"\\u001F\"}",
            "{\"a\":\"\\u0041\"}",
            "{\"a\":\"\\u000a\"}",
            "{\"a\":\"\\/\"}",
            "{\"a\":\"\n\"}",
            "{\"a\":null}",
            "{\"a\":tru}",
            "{\"a\":[1,]}",
            "{\"a\"",
            "[]",
            "")) {
      assertThrows(NotCanonical.class, () -> read(other), other);
    }
  }

  private static Map<String, Object> read(String json) throws NotCanonical {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return CanonicalJson.object(bytes, 0, bytes.length);
  }
}
