package dev.countersign.host.mcp;

import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Which web pages may talk to the MCP server. Programs that are no browsers send no origin. */
@ApplicationScoped
class Origins {
  @Inject
  @ConfigProperty(name = "countersign.public.url", defaultValue = "http://127.0.0.1:8080")
  String publicUrl = "";

  @Inject
  @ConfigProperty(name = "countersign.mcp.origins")
  Optional<String> others = Optional.empty();

  private DefaultServerTransportSecurityValidator validator =
      DefaultServerTransportSecurityValidator.builder().build();

  @PostConstruct
  void collect() {
    var own = URI.create(publicUrl);
    var allowed = new ArrayList<String>();
    for (var each : others.orElse("").split(",", -1)) {
      allowed.add(each.strip());
    }
    allowed.add(own.getScheme() + "://" + own.getRawAuthority());
    validator = DefaultServerTransportSecurityValidator.builder().allowedOrigins(allowed).build();
  }

  /**
   * @throws Problem 403 for another's page
   */
  void check(@Nullable String origin) {
    if (origin == null) {
      return;
    }
    try {
      validator.validateHeaders(Map.of("Origin", List.of(origin)));
    } catch (ServerTransportSecurityException e) {
      throw Problem.of(
          ErrorCode.FOREIGN_ORIGIN,
          "Web pages of this origin may not call the MCP server; countersign.mcp.origins lists"
              + " those that may.");
    }
  }
}
