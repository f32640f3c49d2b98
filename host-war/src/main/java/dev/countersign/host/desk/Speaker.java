package dev.countersign.host.desk;

import dev.countersign.host.ledger.Actor;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Role;
import java.util.Locale;

/** Who is speaking to the kernel. What it may do is looked up again inside every transaction. */
public sealed interface Speaker {
  Actor actor();

  String tenantId();

  /**
   * The holder of an API key.
   *
   * @param keyNo the credential that was presented
   * @param actor as it will stand in the ledger
   */
  record KeyHolder(String tenantId, Principal who, long keyNo, Actor actor) implements Speaker {}

  /** A part of the server: the clock, the scanner, the dispatcher, the mail server's answer. */
  record Part(String tenantId, Role role, String requestId) implements Speaker {
    @Override
    public Actor actor() {
      String name = role.name().toLowerCase(Locale.ROOT);
      return new Actor(tenantId, name, name, 0L, null, requestId);
    }
  }
}
