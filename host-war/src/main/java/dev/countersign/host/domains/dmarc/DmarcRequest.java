package dev.countersign.host.domains.dmarc;

import java.util.Locale;
import java.util.Optional;

/** What a domain's owner asks receivers to do with mail that fails DMARC (RFC 9989, 4.7). */
public enum DmarcRequest {
  NONE,
  QUARANTINE,
  REJECT;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<DmarcRequest> ofWire(String text) {
    for (DmarcRequest request : values()) {
      if (request.wire().equalsIgnoreCase(text)) {
        return Optional.of(request);
      }
    }
    return Optional.empty();
  }
}
