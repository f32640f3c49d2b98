package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.DeliveryJson;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.ids.DeliveryId;
import dev.countersign.host.ids.WebhookId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.webhooks.Deliveries;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What became of events on their way. */
@Path("/v1/webhook-deliveries")
@RequestScoped
@Tag(name = "Webhooks")
@Produces(MediaType.APPLICATION_JSON)
public class WebhookDeliveriesResource {
  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject Deliveries deliveries;
  @Inject Limits limits;

  @GET
  @Recorded(Action.LOOK_AT_WEBHOOKS)
  @Operation(
      summary = "List deliveries, newest first",
      description = "webhook for one of them; limit and cursor for pages.")
  @APIResponse(responseCode = "200", description = "A page; cursor asks for the next one")
  @APIResponse(responseCode = "400", description = "A filter cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  public DeliveryJson.Page list(
      @QueryParam("webhook") @Nullable String webhook,
      @QueryParam("limit") @DefaultValue("50") String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var speaker = call.speaker();
    var of = Fields.word("webhook", webhook, WebhookId::parse);
    var from = Fields.word("cursor", cursor, DeliveryId::parse);
    int most = limits.page(limit);
    return Decided.allowed(
        looks.look(
            speaker,
            Action.LOOK_AT_WEBHOOKS,
            Sight.KEYS,
            () ->
                DeliveryJson.Page.of(
                    deliveries.newest(speaker.tenantId(), of, from, most + 1), most)));
  }
}
