package dev.countersign.host.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/**
 * All of the server's addresses, from the root: the wire contract has paths beside {@code /v1}.
 *
 * <p>Everything that is not a resource is this application's 404, so pages and their style sheets
 * are resources too.
 */
@ApplicationPath("/")
public final class CountersignApplication extends Application {
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        // Names no provider of the server's, so that JsonBodies is the only one.
        "jersey.config.jsonFeature",
        "CountersignJson",
        // The API is described by OpenAPI.
        "jersey.config.server.wadl.disableWadl",
        true);
  }
}
