package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.api.json.NewWebhookBody;
import dev.countersign.host.api.json.PendingApproval;
import dev.countersign.host.api.json.ReplayBody;
import dev.countersign.host.api.json.StatusAnswer;
import dev.countersign.host.api.json.WebhookJson;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.desk.WebhookDesk;
import dev.countersign.host.ids.WebhookId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.RefusalAnswers;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.webhooks.Destinations;
import dev.countersign.host.webhooks.SinkException;
import dev.countersign.host.webhooks.WebhookRow;
import dev.countersign.host.webhooks.Webhooks;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Subscriptions to events. */
@Path("/v1/webhooks")
@RequestScoped
@Tag(name = "Webhooks")
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {
  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject WebhookDesk desk;
  @Inject CodeAnswers codes;
  @Inject Webhooks webhooks;
  @Inject Destinations destinations;
  @Inject Transactions transactions;
  @Inject Limits limits;

  @GET
  @Recorded(Action.LOOK_AT_WEBHOOKS)
  @Operation(summary = "List the webhooks, without their secrets")
  @APIResponse(responseCode = "200", description = "The webhooks")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  public WebhookJson.Listed list() {
    var speaker = call.speaker();
    int most = limits.count(Limit.WEBHOOKS_PER_TENANT_COUNT);
    return Decided.allowed(
        looks.look(
            speaker,
            Action.LOOK_AT_WEBHOOKS,
            Sight.KEYS,
            () -> WebhookJson.Listed.of(webhooks.all(speaker.tenantId(), Math.max(1, most)))));
  }

  @GET
  @Path("{webhook}")
  @Recorded(Action.LOOK_AT_WEBHOOKS)
  @Operation(summary = "Show a webhook, without its secret")
  @APIResponse(responseCode = "200", description = "The webhook")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  @APIResponse(responseCode = "404", description = "No such webhook")
  public WebhookJson show(@PathParam("webhook") String webhook) {
    var speaker = call.speaker();
    var id = id(webhook);
    return Decided.allowed(
            looks.look(
                speaker,
                Action.LOOK_AT_WEBHOOKS,
                Sight.KEYS,
                () -> webhooks.find(speaker.tenantId(), id).map(WebhookJson::of)))
        .orElseThrow(() -> RefusalAnswers.of(Refusal.NOT_FOUND));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.CREATE_WEBHOOK)
  @Operation(
      summary = "Subscribe to events",
      description =
          "url; events of message.received, message.sent, message.delivered, message.bounced,"
              + " message.complained, oversight.pending, oversight.approved, oversight.rejected,"
              + " ledger.entry; mailbox_id for one mailbox; format plain or ocsf of ledger.entry;"
              + " from a position, an entry or a time. An agent's admin key gets 202, and repeats"
              + " the call with approval_code.")
  @APIResponseSchema(
      value = WebhookJson.class,
      responseCode = "201",
      responseDescription = "The webhook; signing_secret is shown this once")
  @APIResponse(
      responseCode = "202",
      description = "A code was mailed to the overseer",
      content = @Content(schema = @Schema(implementation = PendingApproval.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "The key does not hold admin, or a wrong code")
  @APIResponse(
      responseCode = "404",
      description = "No such mailbox or place in the log, or no code is out for this")
  @APIResponse(responseCode = "429", description = "Codes were asked for too often")
  public Response create(NewWebhookBody body) {
    var text = body.destination();
    var events = body.wanted();
    var mailbox = body.mailbox();
    var format = body.entries();
    var begin = body.begin();
    checkRoom();
    var wanted = new WebhookRow.Wanted(url(text), events, mailbox, format);
    return codes.of(
        desk.create(
            call.speaker(), wanted, begin, body.exactly(), CodeAnswers.code(body.approvalCode())),
        made -> Response.status(Response.Status.CREATED).entity(WebhookJson.of(made)).build());
  }

  @POST
  @Path("{webhook}/replay")
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.REPLAY_WEBHOOK)
  @Operation(
      summary = "Deliver again from a place in the log, or go on where it was given up",
      description = "from: a position, an entry or a time; without it, where it stands.")
  @APIResponse(responseCode = "200", description = "The webhook")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "404", description = "No such webhook or place in the log")
  public WebhookJson replay(@PathParam("webhook") String webhook, ReplayBody body) {
    var id = id(webhook);
    var place = body.place();
    return WebhookJson.of(Decided.allowed(desk.replay(call.speaker(), id, place)));
  }

  @DELETE
  @Path("{webhook}")
  @Recorded(Action.DELETE_WEBHOOK)
  @Operation(
      summary = "End a subscription, and forget its deliveries",
      description =
          "An operator's key does it at once; an agent's admin key gets 202, and repeats the call"
              + " with the parameter approval_code.")
  @APIResponseSchema(
      value = StatusAnswer.class,
      responseCode = "200",
      responseDescription = "It is gone")
  @APIResponse(
      responseCode = "202",
      description = "A code was mailed to the overseer",
      content = @Content(schema = @Schema(implementation = PendingApproval.class)))
  @APIResponse(responseCode = "403", description = "The key does not hold admin, or a wrong code")
  @APIResponse(responseCode = "404", description = "No such webhook, or no code is out for this")
  @APIResponse(responseCode = "429", description = "Codes were asked for too often")
  public Response delete(
      @PathParam("webhook") String webhook, @QueryParam("approval_code") @Nullable String code) {
    var id = id(webhook);
    return codes.of(
        desk.delete(call.speaker(), id, CodeAnswers.code(code)),
        row -> Response.ok(new StatusAnswer(row.id(), "deleted")).build());
  }

  private WebhookId id(String text) {
    call.about(text);
    return WebhookId.parse(text).orElseThrow(() -> RefusalAnswers.of(Refusal.NOT_FOUND));
  }

  private URI url(String text) {
    try {
      return destinations.checked(text);
    } catch (SinkException e) {
      throw Fields.invalid("url", "url " + e.why() + ".");
    }
  }

  private void checkRoom() {
    long most = limits.value(Limit.WEBHOOKS_PER_TENANT_COUNT);
    if (transactions.run(() -> webhooks.count(call.speaker().tenantId())) >= most) {
      throw Problem.of(
          ErrorCode.LIMIT_REACHED,
          String.format(
              Locale.ROOT, "There are %d webhooks already; delete one, or raise the limit.", most));
    }
  }
}
