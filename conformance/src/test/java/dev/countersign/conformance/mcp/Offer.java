package dev.countersign.conformance.mcp;

import java.util.Optional;

/**
 * Whether a tool is listed for a key, how it answers that key, and how the API does.
 *
 * @param apiStatus of the same call by HTTP
 */
record Offer(String key, String tool, boolean listed, ToolAnswer answer, int apiStatus) {
  private static final int FORBIDDEN = 403;

  /** {@return what is wrong with it} Listed and callable are to be the same. */
  Optional<String> fault() {
    if (answer.missing()) {
      return Optional.empty();
    }
    if (listed && answer.forbidden()) {
      return Optional.of(key + " is shown " + tool + " and may not use it: " + answer.text());
    }
    if (!listed && !(answer.forbidden() && answer.text().contains("needs the scope"))) {
      return Optional.of(key + " is not shown " + tool + " and can use it: " + answer.text());
    }
    if (!listed && apiStatus != FORBIDDEN) {
      return Optional.of(
          key + " could do by HTTP, status " + apiStatus + ", what " + tool + " does");
    }
    return Optional.empty();
  }
}
