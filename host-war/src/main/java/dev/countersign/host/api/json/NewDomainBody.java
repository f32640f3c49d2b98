package dev.countersign.host.api.json;

import org.jspecify.annotations.Nullable;

/** A domain to send from. */
public record NewDomainBody(@Nullable String domain) {
  /** In lower case, as A-labels. */
  public String name() {
    // Whatever may stand after the @ of an address is a domain.
    return Fields.address("domain", "postmaster@" + Fields.required("domain", domain)).domain();
  }
}
