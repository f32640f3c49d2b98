package dev.countersign.host.platform;

import java.util.Locale;

/**
 * What a log line may carry beside its constant text. There is no field for addresses, subjects,
 * bodies or secrets, so none can be logged.
 */
public enum LogField {
  REQUEST,
  METHOD,
  ROUTE,
  STATUS,
  CODE,
  MILLISECONDS,
  TENANT,
  KEY,
  MAILBOX,
  MESSAGE,
  DECISION,
  REASON,
  ATTEMPT,
  COUNT,
  SERVER,
  ERROR;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
