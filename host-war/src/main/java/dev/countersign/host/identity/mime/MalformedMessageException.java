package dev.countersign.host.identity.mime;

/** The message is not well-formed, or readers would disagree about what it says. */
public final class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1;

  public MalformedMessageException(String message) {
    super(message);
  }
}
