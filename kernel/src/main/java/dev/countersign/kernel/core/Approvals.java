package dev.countersign.kernel.core;

/**
 * Who has approved exactly these bytes: at most three people, never their composer; a slot of 0 is
 * empty. The Lean twin keeps a list of (person, digest).
 */
public final class Approvals {
  public final long composer;
  public final Digest digest;
  public final long first;
  public final long second;
  public final long third;

  /*@ // law: no_self_approval
  @ public invariant (first == 0 || first != composer)
  @     && (second == 0 || second != composer)
  @     && (third == 0 || third != composer);
  @ // law: approval_is_single_use
  @ public invariant (second == 0 || second != first && second != third)
  @     && (third == 0 || third != first);
  @ public invariant (first == 0 ==> second == 0) && (second == 0 ==> third == 0);
  @ public invariant \invariant_for(digest);
  @ public invariant Long.MIN_VALUE <= composer && composer <= Long.MAX_VALUE
  @     && Long.MIN_VALUE <= first && first <= Long.MAX_VALUE
  @     && Long.MIN_VALUE <= second && second <= Long.MAX_VALUE
  @     && Long.MIN_VALUE <= third && third <= Long.MAX_VALUE;
  @*/

  /*@ public normal_behavior
  @   // law: no_self_approval
  @   requires (first == 0 || first != composer) && (second == 0 || second != composer)
  @     && (third == 0 || third != composer);
  @   // law: approval_is_single_use
  @   requires (second == 0 || second != first && second != third)
  @     && (third == 0 || third != first);
  @   requires (first == 0 ==> second == 0) && (second == 0 ==> third == 0);
  @   requires \invariant_for(digest);
  @   ensures this.composer == composer && this.digest == digest;
  @   ensures this.first == first && this.second == second && this.third == third;
  @   assignable this.*;
  @*/
  public Approvals(long composer, Digest digest, long first, long second, long third) {
    this.composer = composer;
    this.digest = digest;
    this.first = first;
    this.second = second;
    this.third = third;
  }

  /** What every value satisfies; rows from outside are asked before they become one. */
  /*@ public normal_behavior
  @   ensures \result <==> (first == 0 || first != composer)
  @     && (second == 0 || second != composer)
  @     && (third == 0 || third != composer)
  @     && (second == 0 || second != first && second != third) && (third == 0 || third != first)
  @     && (first == 0 ==> second == 0) && (second == 0 ==> third == 0);
  @   assignable \strictly_nothing;
  @*/
  public static boolean valid(long composer, long first, long second, long third) {
    return (first == 0 || first != composer)
        && (second == 0 || (second != composer && second != first && first != 0))
        && (third == 0 || (third != composer && third != first && third != second && second != 0));
  }

  /*@ public normal_behavior
  @   requires \invariant_for(digest);
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.composer == composer && \result.digest == digest;
  @   ensures \result.first == 0 && \result.second == 0 && \result.third == 0;
  @   assignable \nothing;
  @*/
  public static Approvals none(long composer, Digest digest) {
    return new Approvals(composer, digest, 0, 0, 0);
  }

  /*@ public normal_behavior
  @   requires person != 0 && person != composer && third == 0;
  @   requires person != first && person != second;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.composer == composer && \result.digest == digest;
  @   ensures \result.first == (first == 0 ? person : first);
  @   ensures \result.second == (first != 0 && second == 0 ? person : second);
  @   ensures \result.third == (second != 0 ? person : 0);
  @   assignable \nothing;
  @*/
  public Approvals with(long person) {
    if (first == 0) {
      return new Approvals(composer, digest, person, 0, 0);
    }
    if (second == 0) {
      return new Approvals(composer, digest, first, person, 0);
    }
    return new Approvals(composer, digest, first, second, person);
  }

  /*@ public normal_behavior
  @   ensures \result <==> person != 0
  @     && (person == first || person == second || person == third);
  @   assignable \strictly_nothing;
  @*/
  public boolean has(long person) {
    return person != 0 && (person == first || person == second || person == third);
  }

  /*@ public normal_behavior
  @   ensures 0 <= \result && \result <= 3;
  @   ensures (\result >= 1 <==> first != 0) && (\result >= 2 <==> second != 0)
  @     && (\result >= 3 <==> third != 0);
  @   assignable \strictly_nothing;
  @*/
  public int count() {
    if (first == 0) {
      return 0;
    }
    if (second == 0) {
      return 1;
    }
    if (third == 0) {
      return 2;
    }
    return 3;
  }
}
