package dev.countersign.host.api.account;

import dev.countersign.host.api.AccountExport;
import dev.countersign.host.api.Decided;
import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.desk.ExportDesk;
import dev.countersign.host.ledger.Action;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All that an account has, to take along. */
@Path("/v1/export")
@RequestScoped
@Tag(name = "Account")
public class ExportResource {
  private static final String LINES = "application/x-ndjson";

  @Inject CurrentCall call;
  @Inject ExportDesk desk;
  @Inject AccountExport export;

  @GET
  @Recorded(Action.EXPORT_ACCOUNT)
  @Operation(
      operationId = "exportAccount",
      summary = "Export the account: settings, mailboxes, keys without secrets, all messages",
      description =
          "One JSON object on each line, with its kind. The ledger has an export of its own"
              + " (/v1/audit-log/export).")
  @APIResponse(responseCode = "200", description = "The lines")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "429", description = "Once an hour; Retry-After says how long")
  public Response export() {
    var tenant = Decided.allowed(desk.export(call.speaker()));
    StreamingOutput lines = out -> export.write(tenant, out);
    return Response.ok(lines, LINES)
        .header("Content-Disposition", "attachment; filename=\"account.jsonl\"")
        .build();
  }
}
