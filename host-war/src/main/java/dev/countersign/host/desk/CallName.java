package dev.countersign.host.desk;

import java.util.Locale;
import java.util.regex.Pattern;

/** A kernel call's name in the ledger: {@code BeginDispatch} is {@code begin_dispatch}. */
final class CallName {
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private CallName() {}

  static String of(Object call) {
    return HUMP.matcher(call.getClass().getSimpleName()).replaceAll("_").toLowerCase(Locale.ROOT);
  }
}
