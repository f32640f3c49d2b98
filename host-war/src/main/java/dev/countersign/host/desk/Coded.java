package dev.countersign.host.desk;

import dev.countersign.host.codes.CodeNotice;
import dev.countersign.kernel.Decision;

/**
 * What becomes of a call that takes an operator or an operator's code.
 *
 * @param <S> what the call is for
 */
public sealed interface Coded<S> {
  /** {@return how it was decided for an operator, of whom no code is asked} */
  default Decision<S> byOperator() {
    return switch (this) {
      case Answered<S>(Decision<S> decision) -> decision;
      case Made<S> made -> throw new IllegalStateException("a code was asked of an operator");
      case NoneOut<S> none -> throw new IllegalStateException("an operator brought a code");
    };
  }

  /** It was decided. */
  record Answered<S>(Decision<S> decision) implements Coded<S> {}

  /** Nothing was done: a code was made, and is to be mailed now that it is stored. */
  record Made<S>(CodeNotice notice) implements Coded<S> {}

  /** Nothing was done: a code was brought, and none is out for exactly this. */
  record NoneOut<S>() implements Coded<S> {}
}
