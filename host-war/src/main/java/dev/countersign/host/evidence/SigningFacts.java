package dev.countersign.host.evidence;

import dev.countersign.host.dkim.SendingDomains;
import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.identity.PublishedKey;
import dev.countersign.host.signing.SigningKeyRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this installation signs, read back from what it signs with. */
@ApplicationScoped
class SigningFacts {
  private static final List<String> PUBLICATION =
      List.of(
          "/.well-known/countersign-keys.json",
          "/.well-known/multimail-signing-key",
          "/.well-known/multimail-signing-keys/{tenant}",
          "/verify");

  @Inject SigningKeyRows keys;
  @Inject SendingDomains domains;
  @PersistenceContext EntityManager rows;

  @Inject
  @ConfigProperty(name = "COUNTERSIGN_KEYSTORE_TYPE", defaultValue = "PKCS12")
  String keyStore;

  /** Inside a transaction. */
  SigningConfiguration of(String tenant, String tenantKey) {
    return new SigningConfiguration(
        SigningConfiguration.ALGORITHM,
        keyStore.equals("PKCS12") ? "PKCS#12 file outside the database" : "device: " + keyStore,
        keys.keys(new KeyOwner.Service()).current().map(PublishedKey::kid).orElse(null),
        tenantKey,
        SigningConfiguration.HEADERS,
        PUBLICATION,
        domains.all(tenant).stream()
            .map(row -> new SigningConfiguration.DkimDomain(row.domain(), row.signing()))
            .toList(),
        new SigningConfiguration.Disclosure(
            mailboxes(tenant, ""), mailboxes(tenant, " AND m.aiDisclosure = TRUE")));
  }

  private long mailboxes(String tenant, String condition) {
    return rows.createQuery(
            "SELECT COUNT(m) FROM MailboxRow m WHERE m.tenantId = :tenant AND m.removed = FALSE"
                + condition,
            Long.class)
        .setParameter("tenant", tenant)
        .getSingleResult();
  }
}
