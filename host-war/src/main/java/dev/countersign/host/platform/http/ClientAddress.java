package dev.countersign.host.platform.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The network address that a request came from. Behind a proxy that is the proxy's, unless {@code
 * countersign.client-address-header} names the header in which the proxy says whose it is; of
 * several addresses there the last one counts, since the others are what the client says.
 */
@RequestScoped
public class ClientAddress {
  @Inject HttpServletRequest request;

  @Inject
  @ConfigProperty(name = "countersign.client-address-header")
  Optional<String> header;

  public String text() {
    return header
        .map(request::getHeader)
        .map(value -> value.substring(value.lastIndexOf(',') + 1).strip())
        .filter(address -> !address.isEmpty())
        .orElseGet(request::getRemoteAddr);
  }
}
