package dev.countersign.host.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * A log of constant texts with fields: {@code LOG.event("message dispatched").with(MESSAGE,
 * id).info()}. The fields travel as the record's map parameter, which the server's JSON formatter
 * writes as members of the line.
 */
public final class EventLog {
  private final Logger logger;

  private EventLog(Logger logger) {
    this.logger = logger;
  }

  public static EventLog of(Class<?> type) {
    return new EventLog(Logger.getLogger(type.getName()));
  }

  /** {@code text} is constant: what varies goes into fields. */
  public Event event(String text) {
    return new Event(text);
  }

  /** One line being put together. */
  public final class Event {
    private final String text;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Event(String text) {
      this.text = text;
      RequestTrace.current()
          .ifPresent(
              trace -> {
                with(LogField.REQUEST, trace.id());
                trace.tenant().ifPresent(tenant -> with(LogField.TENANT, tenant));
                trace.key().ifPresent(key -> with(LogField.KEY, key));
              });
    }

    public Event with(LogField field, String value) {
      fields.put(field.wire(), value);
      return this;
    }

    public Event with(LogField field, long value) {
      fields.put(field.wire(), value);
      return this;
    }

    /** Where it failed, without the failure's own words. */
    public Event with(Throwable failure) {
      return with(LogField.ERROR, FailureTrace.of(failure));
    }

    public void info() {
      write(Level.INFO);
    }

    public void warning() {
      write(Level.WARNING);
    }

    public void severe() {
      write(Level.SEVERE);
    }

    private void write(Level level) {
      var line = new LogRecord(level, text);
      line.setLoggerName(logger.getName());
      line.setParameters(new Object[] {fields});
      logger.log(line);
    }
  }
}
