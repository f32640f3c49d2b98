package dev.countersign.host.intake;

/**
 * How a message was received, in the words of SMTP.
 *
 * @param code 250, 450 or 451 for later, 550 or 554 for never
 * @param text with the finer code (RFC 3463) in front
 */
public record Reception(int code, String text) {
  static final Reception TAKEN = new Reception(250, "2.0.0 Taken");
  static final Reception NOBODY = new Reception(550, "5.1.1 Nobody here has this address");
  static final Reception LATER = new Reception(451, "4.3.0 Not now, try again later");
  static final Reception REFUSED = new Reception(554, "5.7.1 Not taken");

  public boolean taken() {
    return code / 100 == 2;
  }

  public boolean later() {
    return code / 100 == 4;
  }
}
