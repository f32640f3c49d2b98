package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.api.json.OverrideBody;
import dev.countersign.host.api.json.OverrideJson;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.desk.OverrideDesk;
import dev.countersign.host.domains.Overrides;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What operators say about recipients' domains. */
@Path("/v1/domains/overrides")
@RequestScoped
@Tag(name = "Domains")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DomainOverridesResource {
  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject OverrideDesk desk;
  @Inject Overrides overrides;
  @Inject Limits limits;
  @Inject InstantSource time;

  /** Operators' words in force. */
  public record OverrideList(List<OverrideJson> overrides) {}

  /** A word that is taken back. */
  public record TakenBack(String domain, boolean deleted) {}

  @GET
  @Recorded(Action.LOOK_AT_OVERRIDES)
  @Operation(summary = "List what operators say about domains")
  @APIResponse(responseCode = "200", description = "Those in force")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  public OverrideList overrides() {
    var speaker = call.speaker();
    return Decided.allowed(
        looks.look(
            speaker,
            Action.LOOK_AT_OVERRIDES,
            Sight.LEDGER,
            () ->
                new OverrideList(
                    overrides
                        .inForce(
                            speaker.tenantId(), time.millis(), limits.count(Limit.LIST_PAGE_COUNT))
                        .stream()
                        .map(OverrideJson::of)
                        .toList())));
  }

  @PUT
  @Path("{domain}")
  @Recorded(Action.OVERRIDE_DOMAIN)
  @Operation(
      summary = "Put an operator's word in place of a domain's score",
      description = "verdict is trusted, flagged or blocked; reason and expires_at are required.")
  @APIResponse(responseCode = "200", description = "The word as it stands")
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "Only an operator may do that")
  public OverrideJson override(@PathParam("domain") String domain, OverrideBody body) {
    var name = name(domain);
    call.about(name);
    return OverrideJson.of(
        Decided.allowed(
            desk.override(call.speaker(), name, body.word(), body.why(limits), body.until())));
  }

  @DELETE
  @Path("{domain}")
  @Recorded(Action.TAKE_BACK_OVERRIDE)
  @Operation(summary = "Let a domain's score count again")
  @APIResponse(responseCode = "200", description = "Taken back")
  @APIResponse(responseCode = "403", description = "Only an operator may do that")
  @APIResponse(responseCode = "404", description = "Nobody has said anything about this domain")
  public TakenBack takeBack(@PathParam("domain") String domain) {
    var name = name(domain);
    call.about(name);
    return new TakenBack(name, Decided.allowed(desk.takeBack(call.speaker(), name)));
  }

  private static String name(String domain) {
    return Fields.address("domain", "postmaster@" + domain).domain();
  }
}
