package dev.countersign.audit.entries;

/** Canonical JSON that is not what the schema describes; the message names the member. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  public Unreadable(String what) {
    super(what, null, false, false);
  }
}
