package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.evidence.EvidencePackage;
import dev.countersign.host.evidence.archive.EvidenceZip;
import dev.countersign.host.ledger.Action;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an auditor or a security officer takes along. */
@Path("/v1/evidence")
@RequestScoped
@Tag(name = "Audit")
public class EvidenceResource {
  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject EvidencePackage evidence;

  @GET
  @Produces("application/zip")
  @Recorded(Action.EXPORT_EVIDENCE)
  @Operation(
      summary = "The evaluation package: signed, with an index page, as a ZIP archive",
      description =
          "Nothing in it is anybody's mail. ./countersign evidence fetches and checks it.")
  @APIResponse(responseCode = "200", description = "The archive; manifest.json.sig signs it")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  public Response export() {
    var speaker = call.speaker();
    var tenant = speaker.tenantId();
    var files =
        Decided.allowed(
            looks.look(speaker, Action.EXPORT_EVIDENCE, Sight.LEDGER, () -> evidence.of(tenant)));
    StreamingOutput zip = out -> EvidenceZip.write(files, out);
    return Response.ok(zip)
        .header(
            "Content-Disposition",
            "attachment; filename=\"countersign-evidence-" + tenant + ".zip\"")
        .build();
  }
}
