package dev.countersign.kernel.core;

/** Why a call is refused; {@code NONE} when it is not. */
public final class Refusal {
  public static final int NONE = -1;
  public static final int NOT_FOUND = 0;
  public static final int ALREADY_EXISTS = 1;
  public static final int FORBIDDEN = 2;
  public static final int OWN_MESSAGE = 3;
  public static final int WRONG_STATUS = 4;
  public static final int STALE_DIGEST = 5;
  public static final int ALREADY_APPROVED = 6;
  public static final int ENOUGH_APPROVALS = 7;
  public static final int DEADLINE_PASSED = 8;
  public static final int NOT_EXPIRED = 9;
  public static final int NOT_DUE = 10;
  public static final int SUSPENDED = 11;
  public static final int REMOVED = 12;
  public static final int READ_ONLY = 13;
  public static final int RISKY = 14;
  public static final int NEEDS_APPROVAL = 15;
  public static final int APPROVED = 16;
  public static final int SCHEDULING_OFF = 17;
  public static final int RISK_NOT_CHECKED = 18;
  public static final int HELD = 19;
  public static final int LOOSER = 20;
  public static final int NOT_LOOSER = 21;
  public static final int SEND_AND_OVERSIGHT = 22;
  public static final int OVERSIGHT_NEEDS_PERSON = 23;
  public static final int NEEDS_OPERATOR = 24;
  public static final int NEEDS_CODE = 25;
  public static final int WRONG_CODE = 26;
  public static final int POLICY_OUT_OF_RANGE = 27;
  public static final int TIME_RUNS_FORWARD = 28;
  public static final int ALREADY_CANCELLED = 29;

  private Refusal() {}
}
