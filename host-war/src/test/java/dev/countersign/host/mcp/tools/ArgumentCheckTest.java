package dev.countersign.host.mcp.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentCheckTest {
  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.texts("to", "").needed(),
          Parameter.choice("kind", "", "a", "b"),
          Parameter.whole("limit", "", 1, 100),
          Parameter.flag("on", ""),
          Parameter.yes("accepted", ""),
          Parameter.text("copy", "").orNull());

  private static Optional<String> fault(String name, Object value) {
    var arguments = new HashMap<String, Object>(Map.of("to", List.of("x")));
    arguments.put(name, value);
    return ArgumentCheck.fault(PARAMETERS, arguments);
  }

  @Test
  void what_is_missing_or_of_another_kind_is_named_with_what_it_must_be() {
    assertEquals(
        Optional.of("to is missing."), ArgumentCheck.fault(PARAMETERS, Map.of("limit", 1)));
    assertEquals(Optional.of("to must be an array of strings."), fault("to", "x"));
    assertEquals(Optional.of("to must be an array of strings."), fault("to", List.of(1)));
    assertEquals(Optional.of("kind must be one of a, b."), fault("kind", "c"));
    assertEquals(Optional.of("limit must be a whole number from 1 to 100."), fault("limit", 101));
    assertEquals(Optional.of("accepted must be true."), fault("accepted", false));
    assertEquals(Optional.of("copy must be a string or null."), fault("copy", 7));
  }

  @Test
  void what_fits_is_let_through() {
    assertEquals(Optional.empty(), fault("kind", "a"));
    assertEquals(Optional.empty(), fault("limit", 100));
    assertEquals(Optional.empty(), fault("on", 1));
    assertEquals(Optional.empty(), fault("on", true));
    assertEquals(Optional.empty(), fault("accepted", true));
    assertEquals(Optional.empty(), fault("copy", "a@b.example"));
  }
}
