package dev.countersign.host.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Erasing who a tenant's people are: names, addresses, secrets. Numbers and ids stay, because the
 * ledger names them; nobody can tell whose they were.
 */
@ApplicationScoped
public class AccountErasure {
  private static final List<String> STATEMENTS =
      List.of(
          "UPDATE principals SET name = '', address = NULL WHERE tenant_id = ?1",
          "UPDATE mailboxes SET address = 'erased-' || no || '@erased.invalid',"
              + " display_name = NULL, auto_cc = NULL, auto_bcc = NULL, signature_block = NULL"
              + " WHERE tenant_id = ?1",
          "UPDATE api_keys SET name = '', prefix = '', secret_sha256 = 'erased ' || id"
              + " WHERE tenant_id = ?1",
          "UPDATE legal_holds SET reason = '' WHERE tenant_id = ?1",
          "DELETE FROM domain_overrides WHERE tenant_id = ?1",
          "DELETE FROM seen_dkim_keys WHERE tenant_id = ?1",
          "DELETE FROM sending_domains WHERE tenant_id = ?1",
          "DELETE FROM webhooks WHERE tenant_id = ?1",
          "DELETE FROM retention_policies WHERE tenant_id = ?1",
          "DELETE FROM unsubscribe_links WHERE message_id IN"
              + " (SELECT id FROM messages WHERE tenant_id = ?1)",
          "DELETE FROM pauses WHERE tenant_id = ?1",
          "DELETE FROM contacts WHERE tenant_id = ?1",
          "DELETE FROM known_recipients WHERE tenant_id = ?1",
          "DELETE FROM key_handovers WHERE tenant_id = ?1",
          "DELETE FROM signups WHERE tenant_id = ?1",
          "UPDATE tenants SET physical_address = NULL WHERE id = ?1",
          "DELETE FROM suppressions WHERE tenant_id = ?1",
          "DELETE FROM approval_codes WHERE tenant_id = ?1");

  @PersistenceContext EntityManager rows;

  /** What the transaction has changed so far is written first. */
  public void erase(String tenantId) {
    rows.flush();
    for (String statement : STATEMENTS) {
      rows.createNativeQuery(statement).setParameter(1, tenantId).executeUpdate();
    }
  }
}
