package dev.countersign.host.evidence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How messages and this package are signed.
 *
 * @param keyStorage where private halves are: a file or a device; never what is in it
 * @param headers header to what it says
 * @param publication where strangers find the public halves
 */
record SigningConfiguration(
    String algorithm,
    String keyStorage,
    @Nullable String serviceKey,
    String tenantKey,
    Map<String, String> headers,
    List<String> publication,
    List<DkimDomain> dkimDomains,
    Disclosure disclosure) {
  /** A domain that the tenant sends from. */
  record DkimDomain(String domain, boolean signing) {}

  /** How many of the tenant's mailboxes say that an AI system wrote. */
  record Disclosure(long mailboxes, long disclosing) {}

  static final String ALGORITHM =
      "ECDSA P-256 with SHA-256, s in the lower half (docs/identity.md)";
  static final Map<String, String> HEADERS =
      new TreeMap<>(
          Map.of(
              "X-MultiMail-Agent-Id", "who sent it",
              "X-MultiMail-Tenant", "for whom",
              "X-MultiMail-Oversight-Mode", "the mode in force at dispatch",
              "X-MultiMail-Signature", "the tenant's signature over content, recipients, metadata",
              "X-MultiMail-Identity", "the service's signed claim, with ai_disclosure on",
              "X-AI-Generated", "a plain mark, with ai_disclosure on"));
}
