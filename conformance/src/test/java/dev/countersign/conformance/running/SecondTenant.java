package dev.countersign.conformance.running;

import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scopes;

/** Another tenant on the same server. */
public record SecondTenant(
    String agentKey,
    String oversightKey,
    String operatorKey,
    String mailboxId,
    String mailboxAddress) {

  public static SecondTenant in(TestDatabase database) {
    var rows = new TenantRows(database);
    var operator = rows.somebody(Role.OPERATOR);
    var agent = rows.somebody(Role.AGENT);
    var person = rows.somebody(Role.PERSON);
    rows.overseer(person);
    var box = rows.mailbox(person);
    return new SecondTenant(
        rows.key(agent, operator, new Scopes(true, true, false, false)).secret(),
        rows.key(person, operator, new Scopes(false, false, true, false)).secret(),
        rows.key(operator, operator, new Scopes(false, false, false, true)).secret(),
        box.id(),
        box.address());
  }
}
