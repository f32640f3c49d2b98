package dev.countersign.host.api.json;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A domain to send from. */
@Schema(requiredProperties = "domain", example = "{\"domain\": \"mail.example.org\"}")
public record NewDomainBody(@Nullable String domain) {
  /** In lower case, as A-labels. */
  public String name() {
    // Whatever may stand after the @ of an address is a domain.
    return Fields.address("domain", "postmaster@" + Fields.required("domain", domain)).domain();
  }
}
