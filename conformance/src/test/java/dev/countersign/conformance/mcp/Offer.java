package dev.countersign.conformance.mcp;

import dev.countersign.conformance.running.Answer;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a tool is listed for a key, how it answers that key, and how the API does.
 *
 * @param api what the same call by HTTP is answered with, where the tool is not listed
 */
record Offer(String key, String tool, boolean listed, ToolAnswer answer, Optional<Answer> api) {
  private static final int FORBIDDEN = 403;
  // Nobody gets anything there, whatever the key; or not for what is not there.
  private static final Set<Integer> NOTHING = Set.of(FORBIDDEN, 404, 501);
  private static final Set<String> NO_SUCH_CALL = Set.of("unknown_route", "method_not_allowed");

  /** {@return what is wrong with it} Listed and callable are to be the same. */
  Optional<String> fault() {
    if (awaited()) {
      return Optional.empty();
    }
    if (listed && answer.forbidden()) {
      return Optional.of(key + " is shown " + tool + " and may not use it: " + answer.text());
    }
    if (!listed && !(answer.forbidden() && answer.text().contains("needs the scope"))) {
      return Optional.of(key + " is not shown " + tool + " and can use it: " + answer.text());
    }
    return api.filter(same -> !NOTHING.contains(same.status()))
        .map(same -> key + " could do by HTTP what " + tool + " does: " + same.body());
  }

  /** The API has no such call yet. */
  boolean awaited() {
    return answer.missing()
        || api.filter(same -> NO_SUCH_CALL.contains(same.text("code"))).isPresent();
  }
}
