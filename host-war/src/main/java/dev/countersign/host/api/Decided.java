package dev.countersign.host.api;

import dev.countersign.host.platform.RefusalAnswers;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;

/** A desk's decision on its way into an answer. */
public final class Decided {
  private Decided() {}

  /**
   * What the kernel allowed.
   *
   * @throws dev.countersign.host.platform.Problem when it refused
   */
  public static <T> T allowed(Decision<T> decision) {
    return switch (decision) {
      case Decision.Allowed<T>(T next) -> next;
      case Decision.Refused<T>(Refusal why) -> throw RefusalAnswers.of(why);
    };
  }
}
