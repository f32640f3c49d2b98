package dev.countersign.host.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * A mailbox's reputation at send time, in whole messages since its creation and whole days. The
 * claim carries only the hash, so the counters stay private until the operator shows them.
 */
public record ReputationCounters(
    long sent, long bounced, long complained, long rejected, long accountAgeDays) {
  public ReputationCounters {
    if (sent < 0 || bounced < 0 || complained < 0 || rejected < 0 || accountAgeDays < 0) {
      throw new IllegalArgumentException("a counter is never negative");
    }
  }

  /** {@return the hashed bytes: canonical JSON with the five counters} */
  public byte[] canonicalBytes() {
    TreeMap<String, Object> members = new TreeMap<>();
    members.put("account_age_days", accountAgeDays);
    members.put("bounced", bounced);
    members.put("complained", complained);
    members.put("rejected", rejected);
    members.put("sent", sent);
    return CanonicalJson.bytes(members);
  }

  /** {@return {@code sha256:} and the SHA-256 of {@link #canonicalBytes()} in lower-case hex} */
  public String hash() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonicalBytes());
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
