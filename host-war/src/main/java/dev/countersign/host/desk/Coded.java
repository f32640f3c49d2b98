package dev.countersign.host.desk;

import dev.countersign.host.codes.CodeNotice;
import dev.countersign.kernel.Decision;

/**
 * What becomes of a call that takes an operator or an operator's code.
 *
 * @param <S> what the call is for
 */
public sealed interface Coded<S> {
  /** It was decided. */
  record Answered<S>(Decision<S> decision) implements Coded<S> {}

  /** Nothing was done: a code was made, and is to be mailed now that it is stored. */
  record Made<S>(CodeNotice notice) implements Coded<S> {}

  /** Nothing was done: a code was brought, and none is out for exactly this. */
  record NoneOut<S>() implements Coded<S> {}
}
