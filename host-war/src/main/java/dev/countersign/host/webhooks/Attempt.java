package dev.countersign.host.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * How one try ended.
 *
 * @param status of the answer; null where there was none
 * @param failure why the event did not arrive, in our own words: a sink's are not to be trusted
 */
record Attempt(@Nullable Integer status, @Nullable String failure) {
  static Attempt answered(int status) {
    boolean arrived = status >= 200 && status < 300;
    return new Attempt(status, arrived ? null : "the sink answered with another status than 2xx");
  }

  static Attempt unanswered(String why) {
    return new Attempt(null, why);
  }

  boolean arrived() {
    return failure == null;
  }
}
