package dev.countersign.kernel.core;

/**
 * What is known of the recipients: a score in thousandths, or one of two negative marks. {@code
 * UNCHECKED} is what a mailbox with its risk checks switched off gets.
 */
public final class Risk {
  public static final int UNKNOWN = -2;
  public static final int UNCHECKED = -1;

  private Risk() {}
}
