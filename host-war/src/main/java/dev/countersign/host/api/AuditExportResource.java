package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerFilter;
import dev.countersign.host.ledger.LedgerSearch;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The record as a file, oldest first. */
@Path("/v1/audit-log/export")
@RequestScoped
@Tag(name = "Audit")
public class AuditExportResource {
  private static final int BATCH = 500;

  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject LedgerSearch search;
  @Inject Ledger ledger;
  @Inject ExportPlaces places;
  @Inject Transactions transactions;
  @Inject Limits limits;
  @Inject InstantSource time;
  @Context UriInfo address;

  /**
   * What there is to write.
   *
   * @param end of the log when the export began; what comes later is not in it
   * @param next where the export ends before that, because it is long enough
   */
  private record Extent(
      String tenant, LedgerFilter filter, long from, long end, Optional<Long> next) {
    long until() {
      return next.orElse(end);
    }
  }

  @GET
  @Recorded(Action.EXPORT_LEDGER)
  @Operation(
      summary = "Export the record, oldest first",
      description =
          "format jsonl, csv or ocsf; position to begin at; limit; and the filters of"
              + " /v1/audit-log. The header X-Countersign-Next-Position is where to go on.")
  @APIResponse(
      responseCode = "200",
      description = "One line for each entry",
      content = {
        @Content(mediaType = "application/jsonl", schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "400", description = "A filter cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  @APIResponse(responseCode = "429", description = "Too many exports at this moment")
  public Response export(
      @QueryParam("format") @DefaultValue("jsonl") String format,
      @QueryParam("position") @Nullable String position,
      @QueryParam("limit") @Nullable String limit) {
    var speaker = call.speaker();
    var form =
        Fields.word("format", format, ExportFormat::ofWire)
            .orElseThrow(() -> Fields.missing("format"));
    var filter = LedgerQuery.of(address.getQueryParameters());
    long from = number("position", position, 0, 0, Long.MAX_VALUE);
    long longest = limits.value(Limit.EXPORT_ENTRIES_COUNT);
    int most = Math.toIntExact(number("limit", limit, longest, 1, longest));
    var extent =
        Decided.allowed(
            looks.look(
                speaker,
                Action.EXPORT_LEDGER,
                Sight.LEDGER,
                form.wire() + " " + address.getRequestUri().getRawQuery(),
                () -> extent(speaker.tenantId(), filter, from, most)));
    var place = places.enter();
    StreamingOutput lines = out -> write(extent, form, place, out);
    return Response.ok(lines, form.type())
        .header("Content-Disposition", "attachment; filename=\"" + form.fileName() + "\"")
        .header("X-Countersign-Log-Size", extent.end())
        .header("X-Countersign-Next-Position", extent.until())
        .build();
  }

  private Extent extent(String tenant, LedgerFilter filter, long from, int most) {
    long end = search.size(tenant);
    return new Extent(tenant, filter, from, end, search.after(tenant, filter, from, end, most));
  }

  /** In small transactions: a slow reader holds up nobody. */
  private void write(Extent extent, ExportFormat form, ExportPlaces.Place place, OutputStream out)
      throws IOException {
    try {
      out.write(form.header().getBytes(StandardCharsets.UTF_8));
      long at = extent.from();
      while (at < extent.until()) {
        if (place.over(time.millis())) {
          // Broken off in the middle, so that nobody takes it for the whole.
          throw new IOException("an export took longer than it may");
        }
        at = batch(extent, at, form, out);
      }
    } finally {
      places.leave(place);
    }
  }

  /** {@return where to go on} */
  private long batch(Extent extent, long at, ExportFormat form, OutputStream out)
      throws IOException {
    var text = new StringBuilder();
    long next =
        transactions.run(
            () -> {
              text.setLength(0);
              var entries =
                  search.inOrder(extent.tenant(), extent.filter(), at, extent.until(), BATCH);
              entries.forEach(
                  entry -> text.append(form.line(entry, ledger.payload(entry).orElse(null))));
              var last = entries.size() < BATCH ? null : entries.getLast().logIndex();
              return last == null ? extent.until() : last + 1;
            });
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    return next;
  }

  private static long number(
      String field, @Nullable String text, long absent, long least, long most) {
    if (text == null || text.isBlank()) {
      return absent;
    }
    try {
      long number = Long.parseLong(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // answered below, like a number outside the bounds
    }
    throw Problem.field(
        ErrorCode.OUT_OF_RANGE,
        field,
        String.format(Locale.ROOT, "%s must be a whole number from %d to %d.", field, least, most));
  }
}
