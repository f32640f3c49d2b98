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

  public Approvals(long composer, Digest digest, long first, long second, long third) {
    this.composer = composer;
    this.digest = digest;
    this.first = first;
    this.second = second;
    this.third = third;
  }

  /** What every value satisfies; rows from outside are asked before they become one. */
  public static boolean valid(long composer, long first, long second, long third) {
    return (first == 0 || first != composer)
        && (second == 0 || (second != composer && second != first && first != 0))
        && (third == 0 || (third != composer && third != first && third != second && second != 0));
  }

  public static Approvals none(long composer, Digest digest) {
    return new Approvals(composer, digest, 0, 0, 0);
  }

  public Approvals with(long person) {
    if (first == 0) {
      return new Approvals(composer, digest, person, 0, 0);
    }
    if (second == 0) {
      return new Approvals(composer, digest, first, person, 0);
    }
    return new Approvals(composer, digest, first, second, person);
  }

  public boolean has(long person) {
    return person != 0 && (person == first || person == second || person == third);
  }

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
