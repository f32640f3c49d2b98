package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.KeyChangesJson;
import dev.countersign.host.desk.LogDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.transparency.LogExport;
import dev.countersign.host.transparency.PublishedLog;
import dev.countersign.host.transparency.merkle.TileId;
import dev.countersign.host.transparency.notes.SignedNote;
import dev.countersign.host.transparency.notes.VerifierKey;
import dev.countersign.host.transparency.store.LogId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A log as C2SP's {@code tlog-tiles} has it: checkpoint and hashes for anybody. */
@Path("/log/{log}")
@RequestScoped
@Tag(name = "Log")
public class LogResource {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final int LONGEST_NOTE = 64 << 10;

  @Inject CurrentCall call;
  @Inject PublishedLog published;
  @Inject LogDesk desk;

  @PathParam("log")
  String log = "";

  @GET
  @Path("checkpoint")
  @Public
  @Operation(summary = "The newest signed checkpoint, with the witnesses' cosignatures")
  @APIResponse(
      responseCode = "200",
      description = "The checkpoint",
      content = @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)))
  public Response checkpoint() {
    var newest = published.checkpoint(id()).orElseThrow(NotFoundException::new);
    return Response.ok(newest.note().toString(), TEXT).header("Cache-Control", "no-cache").build();
  }

  @GET
  @Path("keys")
  @Public
  @Operation(summary = "The keys that sign the checkpoints, one on a line (C2SP signed-note)")
  @APIResponse(
      responseCode = "200",
      description = "The keys",
      content = @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)))
  public Response keys() {
    var keys = published.keys(id());
    if (keys.isEmpty()) {
      throw new NotFoundException();
    }
    var lines = keys.stream().map(VerifierKey::toString).collect(Collectors.joining("\n"));
    return Response.ok(lines + "\n", TEXT).build();
  }

  @GET
  @Path("key-changes")
  @Public
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Which key took over from which, each said by the key before it",
      description =
          "replaces, key: note verifier keys; after_size: larger checkpoints are signed by the new"
              + " key; statement: a signed note (C2SP) that says so.")
  public KeyChangesJson keyChanges() {
    var id = id();
    if (published.head(id).isEmpty()) {
      throw new NotFoundException();
    }
    return KeyChangesJson.of(published.keyChanges(id));
  }

  @GET
  @Path("tile/{level: [0-9]|[1-5][0-9]|6[0-3]}/{tile: .+}")
  @Public
  @Operation(summary = "Hashes of the tree: tile/level/index, or tile/level/index.p/width")
  @APIResponse(
      responseCode = "200",
      description = "The hashes",
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response tile(@PathParam("level") int level, @PathParam("tile") String tile) {
    var asked = TileId.asked(tile).orElseThrow(NotFoundException::new);
    var hashes =
        published
            .tile(id(), new TileId(level, asked.index()), asked.width())
            .orElseThrow(NotFoundException::new);
    return bytes(hashes, FOR_EVER);
  }

  @GET
  @Path("tile/entries/{tile: .+}")
  @Recorded(Action.LOOK_AT_LEDGER)
  @Operation(summary = "Entries, each with its length in two bytes")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  @APIResponse(responseCode = "404", description = "No such entries in this tenant's log")
  @APIResponse(
      responseCode = "200",
      description = "The entries",
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response entries(@PathParam("tile") String tile) {
    call.about(log);
    var id = id();
    var asked = TileId.asked(tile).orElseThrow(NotFoundException::new);
    var leaves =
        Decided.allowed(
            desk.look(
                call.speaker(),
                id,
                Action.LOOK_AT_LEDGER,
                log,
                () -> published.bundle(id, asked.index(), asked.width())));
    return bytes(LogExport.bundle(leaves), "private, no-store");
  }

  @POST
  @Path("cosignatures")
  @Consumes(MediaType.TEXT_PLAIN)
  @Public
  @Operation(
      summary = "Hand in cosignatures of a published checkpoint",
      description = "A signed note: the checkpoint's text with signatures of known witnesses.")
  @APIResponse(responseCode = "204", description = "Served with the checkpoint from now on")
  @APIResponse(responseCode = "403", description = "No signature of a known witness that holds")
  @APIResponse(responseCode = "404", description = "The log has published no such checkpoint")
  public void cosign(String text) {
    var id = id();
    var note =
        SignedNote.parse(text.length() > LONGEST_NOTE ? "" : text)
            .orElseThrow(
                () ->
                    Problem.of(
                        ErrorCode.INVALID_VALUE,
                        "Send a signed note: the checkpoint's lines, an empty line, signatures."));
    if (!published.published(id, note)) {
      throw Problem.of(
          ErrorCode.UNKNOWN_CHECKPOINT,
          "This log has published no such checkpoint; fetch the present one.");
    }
    if (published.cosign(id, note) == 0) {
      throw Problem.of(
          ErrorCode.UNKNOWN_WITNESS,
          "No signature is of a witness that this server knows, and holds; its operator names"
              + " witnesses.");
    }
  }

  private LogId id() {
    return LogId.parse(log).orElseThrow(NotFoundException::new);
  }

  private static Response bytes(byte[] bytes, String caching) {
    return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM)
        .header("Cache-Control", caching)
        .build();
  }
}
