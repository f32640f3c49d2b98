package dev.countersign.kernel.core;

/** What the spam filter made of an arriving message. */
public final class SpamVerdict {
  public static final int CLEAN = 0;
  public static final int FLAGGED = 1;
  public static final int QUARANTINED = 2;

  private SpamVerdict() {}
}
