package dev.countersign.kernel.core;

/** How the findings about a domain, and the domains of a message, become one risk. */
public final class DomainScore {
  public static final int NO_OVERRIDE = 0;
  public static final int TRUSTED = 1;
  public static final int FLAGGED = 2;
  public static final int BLOCKED = 3;

  public static final int BAND_UNKNOWN = 0;
  public static final int BAND_GREEN = 1;
  public static final int BAND_FLAG = 2;
  public static final int BAND_BLOCK = 3;

  private DomainScore() {}

  /** The risk so far with one more finding. What an essential signal cannot say, nobody knows. */
  /*@ public normal_behavior
  @   requires \invariant_for(w);
  @   requires risk == Risk.UNKNOWN || 0 <= risk && risk <= 1000;
  @   requires Weights.UNKNOWN <= level && level <= Weights.WORST;
  @   // law: risk_is_bounded
  @   ensures \result == Risk.UNKNOWN || 0 <= \result && \result <= 1000;
  @   // law: unknown_signal_makes_risk_unknown
  @   ensures \result == Risk.UNKNOWN
  @     <==> risk == Risk.UNKNOWN || level == Weights.UNKNOWN && w.essential;
  @   // law: risk_is_monotone
  @   ensures \result != Risk.UNKNOWN && level != Weights.UNKNOWN ==>
  @     (\forall int less; 0 <= less && less <= risk;
  @     (\forall int better; Weights.OFF <= better && better <= level;
  @     less + (better <= 0 ? 0 : (better == 1 ? w.first : (better == 2 ? w.second : w.third)))
  @     <= \result || \result == 1000));
  @   assignable \strictly_nothing;
  @*/
  public static int with(int risk, Weights w, int level) {
    if (risk == Risk.UNKNOWN) {
      return Risk.UNKNOWN;
    }
    if (level == Weights.UNKNOWN && w.essential) {
      return Risk.UNKNOWN;
    }
    return sum(risk, w.at(level));
  }

  /*@ public normal_behavior
  @   requires 0 <= risk && risk <= 1000 && 0 <= more && more <= 1000;
  @   // law: risk_is_bounded
  @   ensures risk <= \result && \result <= 1000;
  @   ensures \result == (1000 < risk + more ? 1000 : risk + more);
  @   assignable \strictly_nothing;
  @*/
  public static int sum(int risk, int more) {
    if (1000 - risk < more) {
      return 1000;
    }
    return risk + more;
  }

  /**
   * Of two domains the one that counts: a risk above the threshold before one that nobody knows,
   * and that before any other.
   */
  /*@ public normal_behavior
  @   requires one == Risk.UNKNOWN || 0 <= one && one <= 1000;
  @   requires other == Risk.UNKNOWN || 0 <= other && other <= 1000;
  @   requires 0 <= threshold && threshold <= 1000;
  @   // law: worst_recipient_counts
  @   ensures threshold < one || threshold < other ==>
  @     threshold < \result && one <= \result && other <= \result;
  @   ensures one <= threshold && other <= threshold
  @     && (one == Risk.UNKNOWN || other == Risk.UNKNOWN) ==> \result == Risk.UNKNOWN;
  @   ensures one != Risk.UNKNOWN && other != Risk.UNKNOWN ==>
  @     one <= \result && other <= \result;
  @   ensures \result == one || \result == other;
  @   assignable \strictly_nothing;
  @*/
  public static int worse(int threshold, int one, int other) {
    if (threshold < one || threshold < other) {
      if (one < other) {
        return other;
      }
      return one;
    }
    if (one == Risk.UNKNOWN || other == Risk.UNKNOWN) {
      return Risk.UNKNOWN;
    }
    if (one < other) {
      return other;
    }
    return one;
  }

  /** An operator's word about a domain stands in place of its score, or as its lower bound. */
  /*@ public normal_behavior
  @   requires risk == Risk.UNKNOWN || 0 <= risk && risk <= 1000;
  @   requires 0 <= flagFrom && flagFrom <= 1000;
  @   // law: risk_is_bounded
  @   ensures \result == Risk.UNKNOWN || 0 <= \result && \result <= 1000;
  @   ensures word == TRUSTED ==> \result == 0;
  @   ensures word == BLOCKED ==> \result == 1000;
  @   ensures word == FLAGGED ==> \result == Risk.UNKNOWN && risk == Risk.UNKNOWN
  @     || flagFrom <= \result && risk <= \result && risk != Risk.UNKNOWN;
  @   ensures word != TRUSTED && word != BLOCKED && word != FLAGGED ==> \result == risk;
  @   assignable \strictly_nothing;
  @*/
  public static int overridden(int risk, int word, int flagFrom) {
    if (word == TRUSTED) {
      return 0;
    }
    if (word == BLOCKED) {
      return 1000;
    }
    if (word == FLAGGED && risk != Risk.UNKNOWN && risk < flagFrom) {
      return flagFrom;
    }
    return risk;
  }

  /** What a risk means under a policy. */
  /*@ public normal_behavior
  @   requires risk == Risk.UNKNOWN || 0 <= risk && risk <= 1000;
  @   requires 0 <= flagFrom && flagFrom <= 1000 && 0 <= threshold && threshold <= 1000;
  @   ensures risk == Risk.UNKNOWN ==> \result == BAND_UNKNOWN;
  @   ensures threshold < risk ==> \result == BAND_BLOCK;
  @   ensures 0 <= risk && risk <= threshold && flagFrom <= risk ==> \result == BAND_FLAG;
  @   ensures 0 <= risk && risk <= threshold && risk < flagFrom ==> \result == BAND_GREEN;
  @   assignable \strictly_nothing;
  @*/
  public static int band(int risk, int flagFrom, int threshold) {
    if (risk == Risk.UNKNOWN) {
      return BAND_UNKNOWN;
    }
    if (threshold < risk) {
      return BAND_BLOCK;
    }
    if (flagFrom <= risk) {
      return BAND_FLAG;
    }
    return BAND_GREEN;
  }
}
