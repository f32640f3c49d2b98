package dev.countersign.host.domains.rdap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which registry answers for which top-level domain (RFC 9224, sections 3 and 4). */
public final class RdapBootstrap {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, URI> bases;

  private RdapBootstrap(Map<String, URI> bases) {
    this.bases = bases;
  }

  /**
   * Reads a file as IANA publishes it.
   *
   * @throws IOException where it is not a bootstrap file
   */
  public static RdapBootstrap read(InputStream json) throws IOException {
    Map<String, URI> bases = new HashMap<>();
    for (JsonNode service : JSON.readTree(json).path("services")) {
      Optional<URI> base = base(service.path(1));
      for (JsonNode domain : service.path(0)) {
        base.ifPresent(uri -> bases.put(domain.asText().toLowerCase(Locale.ROOT), uri));
      }
    }
    if (bases.isEmpty()) {
      throw new IOException("no services in the RDAP bootstrap file");
    }
    return new RdapBootstrap(bases);
  }

  /** Of several addresses the first encrypted one, else the first. */
  private static Optional<URI> base(JsonNode addresses) {
    String chosen = null;
    for (JsonNode each : addresses) {
      if (chosen == null || (!chosen.startsWith("https:") && each.asText().startsWith("https:"))) {
        chosen = each.asText();
      }
    }
    try {
      return Optional.ofNullable(chosen)
          .map(text -> URI.create(text.endsWith("/") ? text : text + "/"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** {@return where to ask about a domain; the entry with the most labels counts} */
  public Optional<URI> baseFor(String domain) {
    for (int dot = domain.indexOf('.'); 0 <= dot; dot = domain.indexOf('.', dot + 1)) {
      URI base = bases.get(domain.substring(dot + 1));
      if (base != null) {
        return Optional.of(base);
      }
    }
    return Optional.empty();
  }
}
