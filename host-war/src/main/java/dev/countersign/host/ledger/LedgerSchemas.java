package dev.countersign.host.ledger;

import dev.countersign.host.identity.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * The published JSON Schemas (draft 2020-12) of entries. A change that readers notice is a new one.
 */
public final class LedgerSchemas {
  private static final String ACTIONS_ID = "https://countersign.dev/schemas/ledger-actions-1.json";

  private LedgerSchemas() {}

  /** Of an entry; its {@code $defs} have the whole leaf, too. */
  public static String entry() {
    try (var file = LedgerSchemas.class.getResourceAsStream("/schemas/ledger-entry-1.json")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the word for what was done: all actions, each with its meaning. */
  public static String actions() {
    var words =
        Arrays.stream(Action.values())
            .map(
                action ->
                    new Members()
                        .with("const", action.wire())
                        .with("description", action.meaning())
                        .map())
            .toList();
    return CanonicalJson.text(
        new Members()
            .with("$schema", "https://json-schema.org/draft/2020-12/schema")
            .with("$id", ACTIONS_ID)
            .with("title", "The actions of the ledger, version 1")
            .with("oneOf", words)
            .map());
  }
}
