package dev.countersign.host.webhooks;

/** Events do not go there; the message says why, as the end of a sentence about the URL. */
public final class SinkException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SinkException(String why) {
    super(why);
  }

  SinkException(String why, Throwable cause) {
    super(why, cause);
  }

  public String why() {
    return String.valueOf(getMessage());
  }
}
