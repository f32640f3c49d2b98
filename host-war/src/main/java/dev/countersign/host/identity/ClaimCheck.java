package dev.countersign.host.identity;

/**
 * Whether an identity claim was signed by the service. Says nothing about the message around it.
 */
public sealed interface ClaimCheck {
  /** Signed with the key of this {@code kid}. */
  record Valid(IdentityClaim claim, String kid) implements ClaimCheck {}

  record Invalid(Reason reason) implements ClaimCheck {}
}
