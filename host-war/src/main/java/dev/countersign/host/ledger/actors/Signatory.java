package dev.countersign.host.ledger.actors;

import dev.countersign.host.ledger.Actor;

/**
 * Whose key signs: a principal of one tenant's log, or a part of the server there. For callers who
 * did not say who they are the server signs in its own name.
 *
 * @param log the tenant, or {@code server}
 * @param id as entries name the actor
 */
public record Signatory(String log, String id, String role) {
  private static final String SERVER = "server";

  public static Signatory of(Actor actor) {
    return actor.tenantId() == null
        ? new Signatory(SERVER, SERVER, SERVER)
        : new Signatory(actor.tenantId(), actor.id(), actor.role());
  }

  /** {@return the name that no other signatory of the installation has} */
  String name() {
    return log + "/" + id;
  }
}
