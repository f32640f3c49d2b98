package dev.countersign.host.identity;

import java.util.List;
import java.util.Optional;

/** What a message's identity headers are worth to somebody who has the public keys. */
public sealed interface IdentityVerification {
  /** None of the signed headers is there; {@code X-AI-Generated} alone says nothing. */
  record Unsigned() implements IdentityVerification {}

  /**
   * The tenant signed this message, and the service any claim in it.
   *
   * @param claim empty if the mailbox does not disclose
   */
  record Verified(AgentIdentity agent, String tenantKid, Optional<ClaimCheck.Valid> claim)
      implements IdentityVerification {}

  /**
   * Not to be relied on.
   *
   * @param reasons at least one
   * @param claim a claim that the service signed, though not for this message as it now is: for
   *     example of a message that was forwarded
   */
  record Refused(List<Reason> reasons, Optional<ClaimCheck.Valid> claim)
      implements IdentityVerification {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /** Verifies a message as it was received. */
  static IdentityVerification verify(byte[] message, KeyLookup keys) {
    return new MessageIdentity(message, keys).verify();
  }
}
