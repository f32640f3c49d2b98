package dev.countersign.host.platform;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A failure as class names and frames. Messages are left out: databases and mail servers quote
 * addresses and content in them.
 */
final class FailureTrace {
  private static final int CAUSES = 6;
  private static final int FRAMES = 12;

  private FailureTrace() {}

  static String of(Throwable failure) {
    var text = new StringJoiner(" <- ");
    @Nullable Throwable at = failure;
    for (int depth = 0; at != null && depth < CAUSES; depth++) {
      text.add(one(at));
      at = at.getCause();
    }
    return text.toString();
  }

  private static String one(Throwable failure) {
    var frames = new StringJoiner(" ", failure.getClass().getName() + " at ", "");
    var trace = failure.getStackTrace();
    for (int i = 0; i < trace.length && i < FRAMES; i++) {
      var frame = trace[i];
      frames.add(frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber());
    }
    return frames.toString();
  }
}
