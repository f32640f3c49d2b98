package dev.countersign.host.api;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.ledger.LedgerSchemas;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What entries of the ledger look like, for anybody. */
@Path("/schemas")
@Tag(name = "Audit")
@Produces("application/schema+json")
public class LedgerSchemaResource {
  @Context Request request;

  @GET
  @Path("ledger-entry-1.json")
  @Public
  @Operation(summary = "The JSON Schema of a ledger entry")
  @APIResponse(
      responseCode = "200",
      description = "The schema",
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT, description = "A JSON Schema, 2020-12")))
  public Response entry() {
    return PublicDocument.of(LedgerSchemas.entry(), request);
  }

  @GET
  @Path("ledger-actions-1.json")
  @Public
  @Operation(summary = "The actions that entries are about, as a JSON Schema")
  @APIResponse(
      responseCode = "200",
      description = "The schema",
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT, description = "A JSON Schema, 2020-12")))
  public Response actions() {
    return PublicDocument.of(LedgerSchemas.actions(), request);
  }
}
