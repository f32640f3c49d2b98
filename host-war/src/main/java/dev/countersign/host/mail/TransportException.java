package dev.countersign.host.mail;

/** The way out could not be opened; certainly nothing was sent. The message holds no secrets. */
public final class TransportException extends Exception {
  private static final long serialVersionUID = 1L;

  public TransportException(String message, Throwable cause) {
    super(message, cause);
  }

  public TransportException(String message) {
    super(message);
  }
}
