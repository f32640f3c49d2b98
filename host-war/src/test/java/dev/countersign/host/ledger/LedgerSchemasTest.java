package dev.countersign.host.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Sight;
import dev.countersign.kernel.SpamVerdict;
import dev.countersign.kernel.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerSchemasTest {
  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of("/$defs/mode/enum", wire(Mode.values())),
        Arguments.of("/$defs/status/enum", wire(Status.values())),
        Arguments.of("/$defs/role/enum", wire(Role.values())),
        Arguments.of("/$defs/gate_timing/enum", wire(GateTiming.values())),
        Arguments.of("/$defs/call/properties/verdict/enum", wire(SpamVerdict.values())),
        Arguments.of("/$defs/call/properties/sight/enum", wire(Sight.values())));
  }

  private static List<String> wire(Enum<?>[] words) {
    return Arrays.stream(words).map(word -> word.name().toLowerCase(Locale.ROOT)).toList();
  }

  @ParameterizedTest
  @MethodSource("words")
  void the_schemas_words_are_the_kernels(String place, List<String> words)
      throws JsonProcessingException {
    JsonNode listed = new ObjectMapper().readTree(LedgerSchemas.entry()).at(place);
    assertEquals(
        words, StreamSupport.stream(listed.spliterator(), false).map(JsonNode::asText).toList());
  }
}
