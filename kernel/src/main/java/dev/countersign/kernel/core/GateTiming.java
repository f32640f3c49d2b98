package dev.countersign.kernel.core;

/**
 * {@code GATE_FIRST}: approve, then wait for the time. {@code SCHEDULE_FIRST}: wait for the time,
 * then ask.
 */
public final class GateTiming {
  public static final int GATE_FIRST = 0;
  public static final int SCHEDULE_FIRST = 1;

  private GateTiming() {}
}
