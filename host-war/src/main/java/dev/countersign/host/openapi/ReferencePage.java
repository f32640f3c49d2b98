package dev.countersign.host.openapi;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.platform.http.StaticPage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The description for people, shown by Swagger UI, which the archive carries. Nothing comes from
 * elsewhere, and calls that are tried out go to this server only.
 */
@Path("/reference")
public class ReferencePage {
  private static final String PAGE = "index.html";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'"
          + " data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final StaticPage OWN =
      new StaticPage(
          "/reference/",
          Map.of(
              PAGE,
              StaticPage.HTML,
              "reference.css",
              StaticPage.CSS,
              "reference.js",
              StaticPage.JAVASCRIPT),
          POLICY);
  private static final StaticPage BORROWED =
      new StaticPage(
          "/META-INF/resources/webjars/swagger-ui/" + version() + "/",
          Map.of("swagger-ui.css", StaticPage.CSS, "swagger-ui-bundle.js", StaticPage.JAVASCRIPT),
          POLICY);

  /** The archive of the borrowed files has it in their path. */
  private static String version() {
    var properties = new Properties();
    var name = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    try (var file = ReferencePage.class.getResourceAsStream(name)) {
      properties.load(Objects.requireNonNull(file, name));
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GET
  @Public
  @Operation(hidden = true)
  public Response page() {
    return OWN.file(PAGE);
  }

  @GET
  @Path("{file}")
  @Public
  @Operation(hidden = true)
  public Response file(@PathParam("file") String name) {
    return (name.startsWith("swagger-ui") ? BORROWED : OWN).file(name);
  }
}
