package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.ConsistencyJson;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.api.json.InclusionJson;
import dev.countersign.host.desk.LogDesk;
import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.RefusalAnswers;
import dev.countersign.host.transparency.LogExport;
import dev.countersign.host.transparency.PublishedLog;
import dev.countersign.host.transparency.store.EntryTable.Placed;
import dev.countersign.host.transparency.store.LogHead;
import dev.countersign.host.transparency.store.LogId;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Proofs about single entries, and the whole log, for a tenant's own operators. */
@Path("/v1/log")
@RequestScoped
@Tag(name = "Log")
@Produces(MediaType.APPLICATION_JSON)
public class LogProofsResource {
  @Inject CurrentCall call;
  @Inject PublishedLog published;
  @Inject LogExport exports;
  @Inject LogDesk desk;

  @QueryParam("log")
  @Nullable String named;

  @GET
  @Path("inclusion")
  @Recorded(Action.LOOK_AT_LEDGER)
  @Operation(
      summary = "Prove that an entry is in the log",
      description = "entry: its id; size: of the tree, the newest when left out.")
  @APIResponse(responseCode = "200", description = "RFC 9162, section 2.1.3; base64")
  @APIResponse(responseCode = "404", description = "No such log or entry for this key")
  @APIResponse(responseCode = "409", description = "The entry has no place in the log yet")
  public InclusionJson inclusion(
      @QueryParam("entry") @Nullable String entry, @QueryParam("size") @Nullable String size) {
    var id = entry(Fields.required("entry", entry));
    return look(
        Action.LOOK_AT_LEDGER,
        id.toString(),
        () -> published.entry(log(), id).map(placed -> inclusion(id, placed, size)));
  }

  private InclusionJson inclusion(LedgerEntryId id, Placed placed, @Nullable String size) {
    long index = index(placed);
    var head = head();
    long within = number("size", size, head.size(), index + 1, head.size());
    var proof = published.inclusion(log(), index, within);
    return InclusionJson.of(head, id, placed.leaf(), proof, published.root(log(), within));
  }

  @GET
  @Path("consistency")
  @Recorded(Action.LOOK_AT_LEDGER)
  @Operation(
      summary = "Prove that the log has only grown from one size to another",
      description = "from, to: sizes of the tree; to is the newest when left out.")
  @APIResponse(responseCode = "200", description = "RFC 9162, section 2.1.4; base64")
  @APIResponse(responseCode = "404", description = "No such log or entry for this key")
  public ConsistencyJson consistency(
      @Parameter(example = "0") @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    return look(
        Action.LOOK_AT_LEDGER,
        log().value(),
        () -> {
          var head = head();
          long newer = number("to", to, head.size(), 0, head.size());
          long older = number("from", Fields.required("from", from), 0, 0, newer);
          return published
              .consistency(log(), older, newer)
              .map(
                  proof ->
                      ConsistencyJson.of(
                          head, proof, published.root(log(), older), published.root(log(), newer)));
        });
  }

  @GET
  @Path("proof/{id}")
  @Recorded(Action.LOOK_AT_LEDGER)
  @Produces("text/plain; charset=utf-8")
  @Operation(summary = "A file that proves offline that an entry is in the log (C2SP tlog-proof)")
  @APIResponse(responseCode = "200", description = "Index, path and a signed checkpoint")
  @APIResponse(responseCode = "409", description = "The entry has no place in the log yet")
  public Response proof(@PathParam("id") String id) {
    var entry = entry(id);
    var file =
        look(
            Action.LOOK_AT_LEDGER,
            entry.toString(),
            () ->
                published
                    .entry(log(), entry)
                    .map(placed -> published.proof(log(), index(placed)).toString()));
    return Response.ok(file)
        .header("Content-Disposition", "attachment; filename=\"" + entry + ".tlog-proof\"")
        .build();
  }

  @GET
  @Path("export")
  @Recorded(Action.EXPORT_LEDGER)
  @Produces("application/jsonl")
  @Operation(
      summary = "The log as lines of JSON, for an auditor",
      description =
          "from: the first entry, 0 when left out; size: of a published checkpoint, the newest"
              + " when left out; detached=false leaves out what stands beside the entries.")
  @APIResponse(responseCode = "200", description = "A header, the entries, what is beside them")
  @APIResponse(responseCode = "404", description = "No such log or entry for this key")
  public Response export(
      @QueryParam("from") @Nullable String from,
      @QueryParam("size") @Nullable String size,
      @QueryParam("detached") @Nullable String detached) {
    long first = number("from", from, 0, 0, Long.MAX_VALUE);
    Optional<Long> wanted =
        Fields.optional(size).map(text -> number("size", text, 0, 0, Long.MAX_VALUE));
    var part = look(Action.EXPORT_LEDGER, log().value(), () -> exports.part(log(), first, wanted));
    boolean withDetached = !"false".equals(detached);
    StreamingOutput lines = out -> exports.write(part, withDetached, out);
    return Response.ok(lines).build();
  }

  private <T> T look(Action action, String object, Supplier<Optional<T>> read) {
    call.about(object);
    return Decided.allowed(desk.look(call.speaker(), log(), action, object, read));
  }

  /** The speaker's own, or the one that was named. */
  private LogId log() {
    var id = Fields.optional(named).orElse(call.speaker().tenantId());
    return LogId.parse(id).orElseThrow(() -> RefusalAnswers.of(Refusal.NOT_FOUND));
  }

  private LogHead head() {
    return published.head(log()).orElseThrow(() -> RefusalAnswers.of(Refusal.NOT_FOUND));
  }

  private static LedgerEntryId entry(String id) {
    return LedgerEntryId.parse(id).orElseThrow(() -> RefusalAnswers.of(Refusal.NOT_FOUND));
  }

  private static long index(Placed placed) {
    return placed
        .index()
        .orElseThrow(
            () ->
                Problem.of(
                    ErrorCode.NOT_SEQUENCED,
                    "The entry is recorded and gets its place in the log in a moment; ask again."));
  }

  private static long number(
      String field, @Nullable String text, long absent, long least, long most) {
    if (text == null || text.isBlank()) {
      return absent;
    }
    boolean digits = text.matches("0|[1-9]\\d{0,17}");
    long value = digits ? Long.parseLong(text) : -1;
    if (value < least || value > most) {
      throw Problem.field(
          ErrorCode.OUT_OF_RANGE,
          field,
          field + " must be a whole number from " + least + " to " + most + ".");
    }
    return value;
  }
}
