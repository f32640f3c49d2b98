package dev.countersign.host.api.log;

import dev.countersign.host.api.Decided;
import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.LogKeyJson;
import dev.countersign.host.desk.LogKeyDesk;
import dev.countersign.host.ledger.Action;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Replacing the Ed25519 key that signs all logs of the installation. */
@Path("/v1/log-key")
@RequestScoped
@Tag(name = "Log")
@Produces(MediaType.APPLICATION_JSON)
public class LogKeyResource {
  @Inject CurrentCall call;
  @Inject LogKeyDesk desk;

  @POST
  @Path("rotate")
  @Recorded(Action.ROTATE_LOG_KEY)
  @Operation(
      operationId = "rotateLogKey",
      summary = "Let a new Ed25519 key sign the logs",
      description =
          "For operators of the tenant that runs the installation. Each log follows with its next"
              + " checkpoint, states who took over, and is signed by both keys for a while.")
  @APIResponse(responseCode = "200", description = "The new public key")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "404", description = "Another tenant runs the installation")
  public LogKeyJson rotate() {
    return new LogKeyJson(Decided.allowed(desk.rotate(call.speaker())));
  }
}
