package dev.countersign.kernel.core;

/** What one signal adds to a domain's score, by level. A worse level never adds less. */
public final class Weights {
  public static final int UNKNOWN = -2;
  public static final int OFF = -1;
  public static final int WORST = 3;

  public final boolean essential;
  public final int unknown;
  public final int first;
  public final int second;
  public final int third;

  /*@ public invariant 0 <= first && first <= second && second <= third && third <= 1000;
  @ public invariant 0 <= unknown && unknown <= third;
  @*/

  /*@ public normal_behavior
  @   requires 0 <= first && first <= second && second <= third && third <= 1000;
  @   requires 0 <= unknown && unknown <= third;
  @   ensures this.essential == essential && this.unknown == unknown && this.first == first
  @     && this.second == second && this.third == third;
  @   assignable this.*;
  @*/
  public Weights(boolean essential, int unknown, int first, int second, int third) {
    this.essential = essential;
    this.unknown = unknown;
    this.first = first;
    this.second = second;
    this.third = third;
  }

  /** Level 0 and what is switched off weigh nothing. */
  /*@ public normal_behavior
  @   requires UNKNOWN <= level && level <= WORST;
  @   // law: risk_is_monotone
  @   ensures level != UNKNOWN ==> (\forall int better; OFF <= better && better <= level;
  @     (better <= 0 ? 0 : (better == 1 ? first : (better == 2 ? second : third))) <= \result);
  @   ensures \result == (level == UNKNOWN ? unknown
  @     : (level <= 0 ? 0 : (level == 1 ? first : (level == 2 ? second : third))));
  @   ensures 0 <= \result && \result <= 1000;
  @   assignable \strictly_nothing;
  @*/
  public int at(int level) {
    if (level == UNKNOWN) {
      return unknown;
    }
    if (level <= 0) {
      return 0;
    }
    if (level == 1) {
      return first;
    }
    if (level == 2) {
      return second;
    }
    return third;
  }
}
