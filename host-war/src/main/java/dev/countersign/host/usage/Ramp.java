package dev.countersign.host.usage;

import dev.countersign.host.platform.Limit;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How a new mailbox may send more and more: three stages, each a third of the time. */
final class Ramp {
  /** One third of it. */
  enum Stage {
    FIRST(Limit.WARMUP_FIRST_COUNT),
    SECOND(Limit.WARMUP_SECOND_COUNT),
    THIRD(Limit.WARMUP_THIRD_COUNT);

    private final Limit limit;

    Stage(Limit limit) {
      this.limit = limit;
    }

    Limit limit() {
      return limit;
    }

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Ramp() {}

  /**
   * {@return the stage that a mailbox of this age is in, if it is in one still}
   *
   * @param days that the whole ramp takes; 0 for none
   */
  static Optional<Stage> stage(long ageMillis, long days) {
    long whole = Duration.ofDays(days).toMillis();
    if (ageMillis >= whole) {
      return Optional.empty();
    }
    return Optional.of(Stage.values()[(int) (Math.max(0, ageMillis) * 3 / whole)]);
  }
}
