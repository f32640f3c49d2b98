package dev.countersign.audit.entries;

/** Bytes that are not an entry in its one form; the message says where they differ. */
public final class NotCanonical extends Exception {
  private static final long serialVersionUID = 1;

  public NotCanonical(String what) {
    super(what, null, false, false);
  }
}
