package dev.countersign.kernel.core;

/** What a principal is. */
public final class Role {
  public static final int AGENT = 0;
  public static final int PERSON = 1;
  public static final int OPERATOR = 2;
  public static final int CLOCK = 3;
  public static final int SCANNER = 4;
  public static final int DISPATCHER = 5;
  public static final int MAIL_SERVER = 6;

  private Role() {}
}
