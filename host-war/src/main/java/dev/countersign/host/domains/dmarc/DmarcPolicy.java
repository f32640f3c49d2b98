package dev.countersign.host.domains.dmarc;

/** What policy discovery for a domain ended with. */
public sealed interface DmarcPolicy {
  /**
   * A policy applies.
   *
   * @param foundAt the domain whose record it is: the domain itself or one above it
   * @param testing the owner does not want it applied yet
   * @param strictDkim DKIM counts for the very domain only ({@code adkim=s})
   * @param strictSpf SPF likewise ({@code aspf=s})
   */
  record Published(
      DmarcRequest request, String foundAt, boolean testing, boolean strictDkim, boolean strictSpf)
      implements DmarcPolicy {}

  /** There is none, or what is there cannot be applied. */
  record Absent() implements DmarcPolicy {}

  /** It could not be established. */
  record Undetermined(String why) implements DmarcPolicy {}
}
