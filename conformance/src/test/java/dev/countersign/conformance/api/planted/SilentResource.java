package dev.countersign.conformance.api.planted;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says nothing of itself. */
@Path("/planted/{place}")
@Produces(MediaType.APPLICATION_JSON)
public class SilentResource {
  /** Its example is not valid. */
  @Schema(example = "{\"count\": \"many\"}")
  public record Wanted(int count) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response take(Wanted wanted) {
    return Response.ok().build();
  }
}
