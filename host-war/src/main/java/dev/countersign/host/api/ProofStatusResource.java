package dev.countersign.host.api;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.json.ProofStatusJson;
import dev.countersign.host.proofs.KeptReport;
import dev.countersign.host.proofs.RunningProgram;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was proved and tried of this very server (docs/decisions/0011). */
@Path("/v1/proof-status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
public class ProofStatusResource {
  @Inject RunningProgram program;
  @Inject KeptReport kept;

  /** For anybody: it says what runs, and nothing of whom it runs for. */
  @GET
  @Public
  @Operation(summary = "What runs here, which laws are claimed of it, and when that was checked")
  public ProofStatusJson status() {
    return ProofStatusJson.of(program.contents(), kept.read());
  }
}
