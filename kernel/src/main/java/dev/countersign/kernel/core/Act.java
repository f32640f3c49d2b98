package dev.countersign.kernel.core;

/** The kinds of {@link MessageAct}. */
public final class Act {
  public static final int SCAN_RESULT = 0;
  public static final int APPROVE = 1;
  public static final int REJECT = 2;
  public static final int CANCEL = 3;
  public static final int EDIT = 4;
  public static final int RESCHEDULE = 5;
  public static final int RELEASE = 6;
  public static final int EXPIRE = 7;
  public static final int BEGIN_DISPATCH = 8;
  public static final int UNREACHABLE = 9;
  public static final int ACCEPTED = 10;
  public static final int FAILED = 11;
  public static final int DEFERRED = 12;
  public static final int OUTCOME_UNKNOWN = 13;
  public static final int SETTLE = 14;
  public static final int REPORT = 15;
  public static final int READ = 16;
  public static final int REPORT_SPAM = 17;
  public static final int NOT_SPAM = 18;

  private Act() {}
}
