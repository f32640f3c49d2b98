package dev.countersign.host.mcp;

import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Which web pages may talk to the MCP server. Programs that are no browsers send no origin. */
@ApplicationScoped
class Origins {
  @Inject
  @ConfigProperty(name = "countersign.public.url", defaultValue = "http://127.0.0.1:8080")
  String publicUrl;

  @Inject
  @ConfigProperty(name = "countersign.mcp.origins")
  Optional<String> others;

  private final Set<String> allowed = new HashSet<>();

  @PostConstruct
  void collect() {
    var own = URI.create(publicUrl);
    allowed.add(own.getScheme() + "://" + own.getRawAuthority());
    for (var each : others.orElse("").split(",", -1)) {
      allowed.add(each.strip());
    }
  }

  /**
   * @throws Problem 403 for another's page
   */
  void check(@Nullable String origin) {
    if (origin != null && !allowed.contains(origin)) {
      throw Problem.of(
          ErrorCode.FOREIGN_ORIGIN,
          "Web pages of this origin may not call the MCP server; countersign.mcp.origins lists"
              + " those that may.");
    }
  }
}
