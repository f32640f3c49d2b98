package dev.countersign.kernel;

/** What an operator's code is good for: one act, exactly. */
public sealed interface Purpose {
  record Upgrade(long mailbox, Mode target) implements Purpose {}

  record CreateMailbox(long mailbox) implements Purpose {}

  record CreateKey(Principal holder, Scopes scopes) implements Purpose {}

  record PatchKey(long key, Scopes scopes) implements Purpose {}

  record RevokeKey(long key) implements Purpose {}

  /**
   * What else only an operator may do, such as saying where events go.
   *
   * @param act SHA-256 of exactly what is to be done
   */
  record Operate(Digest act) implements Purpose {}
}
