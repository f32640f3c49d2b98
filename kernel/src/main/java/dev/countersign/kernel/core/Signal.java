package dev.countersign.kernel.core;

/** What is looked at of a recipient's domain, and what each finding weighs: the only such table. */
public final class Signal {
  public static final int MAIL_EXCHANGE = 0;
  public static final int SPF = 1;
  public static final int DMARC = 2;
  public static final int DNSSEC = 3;
  public static final int TRANSPORT_SECURITY = 4;
  public static final int NAME_SERVERS = 5;
  public static final int REGISTRATION = 6;
  public static final int BLOCKLIST = 7;
  public static final int THREAT_LIST = 8;
  public static final int DISPOSABLE = 9;
  public static final int LOOKALIKE = 10;
  public static final int HISTORY = 11;

  private Signal() {}

  /** Essential or not; then what unknown and the levels 1, 2 and 3 weigh, in thousandths. */
  /*@ public normal_behavior
  @   requires MAIL_EXCHANGE <= signal && signal <= HISTORY;
  @   // law: risk_is_monotone
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   assignable \nothing;
  @*/
  public static Weights weights(int signal) {
    switch (signal) {
      case MAIL_EXCHANGE:
        return new Weights(true, 0, 60, 450, 650);
      case SPF:
        return new Weights(false, 40, 20, 60, 110);
      case DMARC:
        return new Weights(true, 0, 20, 70, 120);
      case DNSSEC:
        return new Weights(false, 10, 10, 10, 600);
      case TRANSPORT_SECURITY:
        return new Weights(false, 10, 5, 10, 10);
      case NAME_SERVERS:
        return new Weights(false, 40, 40, 150, 150);
      case REGISTRATION:
        return new Weights(false, 60, 70, 260, 400);
      case BLOCKLIST:
        return new Weights(true, 0, 720, 900, 900);
      case THREAT_LIST:
        return new Weights(true, 0, 1000, 1000, 1000);
      case DISPOSABLE:
        return new Weights(true, 0, 350, 350, 350);
      case LOOKALIKE:
        return new Weights(true, 0, 320, 760, 760);
      default:
        return new Weights(true, 0, 60, 200, 260);
    }
  }
}
