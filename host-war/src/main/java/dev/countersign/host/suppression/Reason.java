package dev.countersign.host.suppression;

/** Why mail does not go to an address; a later one weighs more than those before it. */
public enum Reason {
  MANUAL("manual"),
  UNSUBSCRIBE("unsubscribe"),
  HARD_BOUNCE("bounce"),
  COMPLAINT("complaint");

  private final String wire;

  Reason(String wire) {
    this.wire = wire;
  }

  /** {@return the word in JSON, such as {@code bounce}} */
  public String wire() {
    return wire;
  }

  boolean outweighs(Reason other) {
    return compareTo(other) > 0;
  }
}
