package dev.countersign.host.api.json;

import org.jspecify.annotations.Nullable;

/** Whether mail from a domain is signed (DKIM). */
public record DomainPatchBody(@Nullable Boolean dkimSigning) {
  public boolean signing() {
    return Fields.present("dkim_signing", dkimSigning);
  }
}
