package dev.countersign.kernel.core;

/** The trust ladder, strictest first. */
public final class Mode {
  public static final int READ_ONLY = 0;
  public static final int GATED_ALL = 1;
  public static final int GATED_SEND = 2;
  public static final int MONITORED = 3;
  public static final int AUTONOMOUS = 4;

  private Mode() {}

  /*@ public normal_behavior
  @   ensures (a <= b ==> \result == a) && (b < a ==> \result == b);
  @   assignable \strictly_nothing;
  @*/
  public static int stricter(int a, int b) {
    if (a <= b) {
      return a;
    }
    return b;
  }

  /** Does every outgoing message need a person? */
  /*@ public normal_behavior
  @   ensures \result <==> mode == READ_ONLY || mode == GATED_ALL || mode == GATED_SEND
  @     || mode < 0;
  @   assignable \strictly_nothing;
  @*/
  public static boolean gated(int mode) {
    return mode <= GATED_SEND;
  }
}
