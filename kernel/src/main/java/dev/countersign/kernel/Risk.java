package dev.countersign.kernel;

/** What is known of a message's recipients. */
public sealed interface Risk {
  /** It could not be established. */
  record Unknown() implements Risk {}

  /** The mailbox has its risk checks switched off. */
  record Unchecked() implements Risk {}

  /** A score: 0 is harmless, 1000 the worst. */
  record Known(int thousandths) implements Risk {
    public Known {
      if (thousandths < 0 || 1000 < thousandths) {
        throw new IllegalArgumentException("a risk is 0 to 1000 thousandths, not " + thousandths);
      }
    }
  }
}
