package dev.countersign.host.mail;

/** What became of one message that was handed over. */
public sealed interface Outcome {
  /** The server took responsibility for the message (RFC 5321 §6.1). */
  record Accepted(String reply) implements Outcome {}

  /** Certainly not sent, and trying again cannot help: a 5xx reply, or a need it cannot meet. */
  record Failed(String reply) implements Outcome {}

  /** Certainly not sent, and trying again may help: a 4xx reply, or no connection before DATA. */
  record Deferred(String reply) implements Outcome {}

  /** The connection was lost after DATA began: the server may have the message or not. */
  record Unknown(String cause) implements Outcome {}
}
