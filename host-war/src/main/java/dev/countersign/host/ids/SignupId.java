package dev.countersign.host.ids;

/** The id of a wish for an account, {@code reg_} and a ULID. */
public record SignupId(String ulid) {
  private static final String PREFIX = "reg_";

  public static SignupId mint() {
    return new SignupId(Ulids.mint());
  }

  @Override
  public String toString() {
    return PREFIX + ulid;
  }
}
