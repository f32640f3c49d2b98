package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.AuditEntry;
import dev.countersign.host.api.json.AuditLog;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerRow;
import dev.countersign.host.ledger.LedgerSearch;
import dev.countersign.host.platform.Limits;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The record of every call. */
@Path("/v1/audit-log")
@RequestScoped
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditLogResource {
  private static final String PAGE = "50";

  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject Ledger ledger;
  @Inject LedgerSearch search;
  @Inject Limits limits;
  @Context UriInfo address;

  @GET
  @Recorded(Action.LOOK_AT_LEDGER)
  @Operation(
      summary = "List the record, newest first",
      description =
          "from and to in time, actor (an id or a key), mailbox, action, message or object,"
              + " outcome; limit and cursor for pages.")
  @APIResponse(responseCode = "200", description = "A page; cursor asks for the next one")
  @APIResponse(responseCode = "400", description = "A filter cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  public AuditLog list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    var speaker = call.speaker();
    int most = limits.page(limit == null ? PAGE : limit);
    var from = Fields.word("cursor", cursor, LedgerEntryId::parse);
    var filter = LedgerQuery.of(address.getQueryParameters());
    return Decided.allowed(
        looks.look(
            speaker,
            Sight.LEDGER,
            () -> page(search.newest(speaker.tenantId(), filter, from, most + 1), most)));
  }

  private AuditLog page(List<LedgerRow> oneMore, int most) {
    var rows = oneMore.subList(0, Math.min(oneMore.size(), most));
    @Nullable String next = oneMore.size() > most ? rows.getLast().id() : null;
    return new AuditLog(rows.stream().map(this::entry).toList(), next);
  }

  private AuditEntry entry(LedgerRow row) {
    return AuditEntry.of(row, ledger.payload(row).orElse(null));
  }
}
