package dev.countersign.conformance.sequences;

import dev.countersign.conformance.running.ServedWar;
import org.jspecify.annotations.Nullable;

/** One server for all stages of this package: it takes longer to start than some of them. */
final class SharedServer {
  private static @Nullable ServedWar served;

  private SharedServer() {}

  static synchronized ServedWar product() {
    var there = served;
    if (there == null) {
      there = ServedWar.of(ServedWar.product());
      served = there;
    }
    return there;
  }

  static String database() {
    return System.getProperty("countersign.db", "h2");
  }
}
