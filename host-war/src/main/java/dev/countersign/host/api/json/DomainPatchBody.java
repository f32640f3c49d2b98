package dev.countersign.host.api.json;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether mail from a domain is signed (DKIM). */
@Schema(example = "{\"dkim_signing\": true}")
public record DomainPatchBody(@Nullable Boolean dkimSigning) {
  public boolean signing() {
    return Fields.present("dkim_signing", dkimSigning);
  }
}
