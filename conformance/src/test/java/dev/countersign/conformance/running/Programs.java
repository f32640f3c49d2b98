package dev.countersign.conformance.running;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;

/** Programs of the system that a test needs and a developer's machine may lack. */
public final class Programs {
  private Programs() {}

  /** Skips the test where this command does not succeed; where CI=true, fails it. */
  public static void needed(String... command) {
    int status = -1;
    try {
      status =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
    } catch (IOException e) {
      // not there
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (status != 0) {
      var absent = "Left out, because this does not run here: " + String.join(" ", command);
      if ("true".equals(System.getenv("CI"))) {
        fail(absent);
      } else {
        abort(absent);
      }
    }
  }
}
