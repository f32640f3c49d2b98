package dev.countersign.conformance.vectors;

import dev.countersign.kernel.Decision;
import java.io.Serial;
import java.util.List;
import java.util.function.Supplier;

/** The kernel threw, where the specification has an outcome. */
final class KernelFailed extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private KernelFailed(RuntimeException cause) {
    super(cause);
  }

  static <S> Decision<S> ifItThrows(Supplier<Decision<S>> kernel) {
    try {
      return kernel.get();
    } catch (RuntimeException thrown) {
      throw new KernelFailed(thrown);
    }
  }

  Difference difference(Rows from, String call) {
    return new Difference(from.toString(), List.of(), call, "an outcome", "threw " + getCause());
  }
}
