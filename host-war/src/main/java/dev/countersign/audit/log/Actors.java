package dev.countersign.audit.log;

import dev.countersign.audit.Findings;
import dev.countersign.audit.Rule;
import dev.countersign.audit.entries.Actor;
import dev.countersign.audit.entries.Base64Text;
import dev.countersign.audit.entries.Entry;
import dev.countersign.audit.entries.Introduction;
import dev.countersign.audit.entries.Leaf;
import dev.countersign.audit.entries.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The keys of whoever acts, as the log itself introduces them. */
public final class Actors {
  private static final String REPLACED = "countersign-ledger-key-v1\n";
  private static final String SERVER = "server";

  private final Map<String, Known> keys = new HashMap<>();
  private final Map<String, String> current = new HashMap<>();

  /** A key and whose it is; {@code retired} once another took its place. */
  private static final class Known {
    private final String principal;
    private final String role;
    private final Ed25519.Key key;
    private boolean retired;

    private Known(Introduction introduced, Ed25519.Key key) {
      this.principal = introduced.principal();
      this.role = introduced.role();
      this.key = key;
    }
  }

  public int size() {
    return keys.size();
  }

  /** {@return the key that the entry must be signed with, if it is one that counts} */
  public Optional<Ed25519.Key> keyOf(Entry entry, Leaf leaf, Findings findings) {
    entry.introduces().ifPresent(introduced -> introduce(introduced, leaf, findings));
    Known known = keys.get(leaf.kid());
    if (known == null) {
      findings.add(Rule.KEY_UNKNOWN, "key " + leaf.kid() + " was not introduced before");
      return Optional.empty();
    }
    if (!known.principal.equals(principal(entry.actor()))
        || !known.role.equals(role(entry.actor()))) {
      findings.add(Rule.KEY_OF_ANOTHER, "the key is " + known.principal + "'s");
    }
    if (known.retired) {
      findings.add(Rule.KEY_RETIRED, "key " + leaf.kid() + " had been replaced");
    }
    return Optional.of(known.key);
  }

  /** Who did not say who it is, is written down by the server. */
  private static String principal(Actor actor) {
    return actor.role().isPresent() ? actor.id() : SERVER;
  }

  private static String role(Actor actor) {
    return actor.role().isPresent() ? actor.roleWord() : SERVER;
  }

  private void introduce(Introduction introduced, Leaf leaf, Findings findings) {
    if (!introduced.kid().equals(leaf.kid())) {
      findings.add(Rule.KEY_MISNAMED, "the thumbprint of the key is " + introduced.kid());
      return;
    }
    Known known = keys.get(introduced.kid());
    if (known != null) {
      if (!known.principal.equals(introduced.principal())
          || !known.role.equals(introduced.role())) {
        findings.add(Rule.KEY_OF_ANOTHER, "the key was introduced as " + known.principal + "'s");
      }
      return;
    }
    String old = current.put(introduced.principal(), introduced.kid());
    if (old != null) {
      replaced(introduced, old, findings);
    }
    key(introduced.publicKey())
        .ifPresent(key -> keys.put(introduced.kid(), new Known(introduced, key)));
  }

  private void replaced(Introduction introduced, String old, Findings findings) {
    Known before = keys.get(old);
    boolean said =
        before != null
            && introduced
                .replaces()
                .filter(replacement -> replacement.kid().equals(old))
                .filter(
                    replacement ->
                        before.key.verifies(
                            (REPLACED + introduced.kid()).getBytes(StandardCharsets.US_ASCII),
                            bytes(replacement.signature())))
                .isPresent();
    if (!said) {
      findings.add(
          Rule.KEY_REPLACED,
          introduced.principal() + " had a key, which does not vouch for this one");
    }
    if (before != null) {
      before.retired = true;
    }
  }

  private static Optional<Ed25519.Key> key(String base64Url) {
    return Ed25519.key(bytes(base64Url));
  }

  private static byte[] bytes(String base64Url) {
    try {
      return Base64Text.ofUrl(base64Url);
    } catch (Unreadable e) {
      throw new IllegalStateException("read before as base64url", e);
    }
  }
}
