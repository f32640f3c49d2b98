package dev.countersign.audit.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.audit.entries.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The first line of an export. Nothing in it is believed: it only says what to compare.
 *
 * @param origin first line of every checkpoint of the log
 * @param size how many entries follow
 * @param keys note verifier keys
 * @param keyChanges signed notes: one key took over from another
 * @param checkpoint signed note that vouches for all of them
 * @param checkpoints older ones
 */
public record Header(
    String origin,
    String tenant,
    long size,
    List<String> keys,
    List<String> keyChanges,
    String checkpoint,
    List<String> checkpoints) {
  private static final Set<String> MEMBERS =
      Set.of(
          "countersign_ledger",
          "origin",
          "tenant",
          "from",
          "size",
          "keys",
          "checkpoint",
          "checkpoints");

  // Left out by logs from before keys could be changed.
  private static final String KEY_CHANGES = "key_changes";

  static Header of(byte[] line) throws Unreadable {
    JsonNode header = StrictJson.object(line);
    Set<String> names = new TreeSet<>();
    header.fieldNames().forEachRemaining(names::add);
    boolean changes = names.remove(KEY_CHANGES);
    if (!names.equals(MEMBERS)) {
      throw new Unreadable("the first line has other members than a header");
    }
    if (number(header, "countersign_ledger") != 1 || number(header, "from") != 0) {
      throw new Unreadable("only version 1 is read, and only whole logs: export with from=0");
    }
    return new Header(
        text(header.get("origin")),
        text(header.get("tenant")),
        number(header, "size"),
        texts(header.get("keys")),
        changes ? texts(header.get(KEY_CHANGES)) : List.of(),
        text(header.get("checkpoint")),
        texts(header.get("checkpoints")));
  }

  private static long number(JsonNode header, String name) throws Unreadable {
    JsonNode number = header.get(name);
    if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0) {
      throw new Unreadable(name + " in the first line is not a number");
    }
    return number.asLong();
  }

  private static String text(JsonNode value) throws Unreadable {
    if (!value.isTextual()) {
      throw new Unreadable("the first line has something else where a text should be");
    }
    return value.asText();
  }

  private static List<String> texts(JsonNode values) throws Unreadable {
    if (!values.isArray()) {
      throw new Unreadable("the first line has something else where a list should be");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode value : values) {
      texts.add(text(value));
    }
    return List.copyOf(texts);
  }
}
