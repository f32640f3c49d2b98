package dev.countersign.audit.entries;

import dev.countersign.kernel.Role;
import java.util.Optional;
import java.util.Set;

/**
 * Who an entry names.
 *
 * @param id the principal's public id, or the name of a part of the server
 * @param roleWord a role of the kernel's, {@code anonymous} for callers who did not say who they
 *     are, {@code server} for the server's own acts
 * @param no the kernel's number of the principal
 * @param keyId the credential that was presented
 */
public record Actor(String id, String roleWord, Optional<Long> no, Optional<String> keyId) {
  private static final Set<String> WITHOUT_KERNEL = Set.of("anonymous", "server");

  static Actor of(Fields fields) throws Unreadable {
    var actor =
        new Actor(
            fields.text("id"),
            fields.text("role"),
            fields.optionalNumber("no"),
            fields.optionalText("key_id"));
    fields.end();
    if (actor.role().isEmpty() && !WITHOUT_KERNEL.contains(actor.roleWord)) {
      throw new Unreadable("actor.role cannot be \"" + actor.roleWord + "\"");
    }
    return actor;
  }

  /** {@return the kernel's role; empty for whoever the kernel never hears of} */
  public Optional<Role> role() {
    return Role.ofWire(roleWord);
  }
}
