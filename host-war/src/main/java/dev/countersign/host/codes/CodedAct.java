package dev.countersign.host.codes;

import dev.countersign.host.identity.CanonicalJson;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Members;
import dev.countersign.kernel.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SortedMap;

/**
 * What somebody asks to do in an operator's place. The digest stands for all that is in {@code
 * exactly}: a call that differs in any of it is another act, and needs another code.
 *
 * @param exactly names and values of what is to be done, as {@link CanonicalJson} takes them
 * @param shown the same and more, for the person who is to agree
 */
public record CodedAct(
    String tenantId,
    Action action,
    SortedMap<String, Object> exactly,
    SortedMap<String, Object> shown) {

  public static CodedAct of(String tenantId, Action action, Members exactly) {
    return new CodedAct(tenantId, action, exactly.map(), exactly.map());
  }

  public Digest digest() {
    var whole =
        new Members()
            .with("tenant", tenantId)
            .with("act", action.wire())
            .with("exactly", exactly)
            .map();
    try {
      return Digest.ofBytes(
          MessageDigest.getInstance("SHA-256").digest(CanonicalJson.bytes(whole)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** For a person: one line for each name, with its value as JSON, so that no value can add one. */
  String lines() {
    var lines = new StringBuilder("  " + action.wire() + "\n");
    shown.forEach(
        (name, value) -> {
          var member = CanonicalJson.text(new Members().with(name, value).map());
          lines.append("  ").append(member, 1, member.length() - 1).append('\n');
        });
    return lines.toString();
  }
}
