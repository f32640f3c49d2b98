package dev.countersign.kernel.core;

/** Which way a message travels. */
public final class Direction {
  public static final int OUTBOUND = 0;
  public static final int INBOUND = 1;

  private Direction() {}
}
