package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.DomainJson;
import dev.countersign.host.api.json.DomainPatchBody;
import dev.countersign.host.api.json.NewDomainBody;
import dev.countersign.host.desk.DomainDesk;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.dkim.SendingDomains;
import dev.countersign.host.ids.DomainId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.RefusalAnswers;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Domains to send from, with the DNS records that make their signatures verifiable. */
@Path("/v1/domains")
@RequestScoped
@Tag(name = "Domains")
@Produces(MediaType.APPLICATION_JSON)
public class DomainsResource {
  @Inject CurrentCall call;
  @Inject DomainDesk desk;
  @Inject LookDesk looks;
  @Inject SendingDomains domains;

  @GET
  @Recorded(Action.LOOK_AT_DOMAINS)
  @Operation(summary = "List the sending domains with the DNS records to publish")
  @APIResponse(responseCode = "200", description = "The domains")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  public DomainJson.Listed list() {
    var speaker = call.speaker();
    return Decided.allowed(
        looks.look(
            speaker,
            Action.LOOK_AT_DOMAINS,
            Sight.KEYS,
            () ->
                new DomainJson.Listed(
                    domains.all(speaker.tenantId()).stream().map(DomainJson::of).toList())));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.ADD_DOMAIN)
  @Operation(
      summary = "Take up a domain to send from",
      description = "Makes its DKIM keys; dns_records says what to publish. Signs nothing yet.")
  @APIResponseSchema(
      value = DomainJson.class,
      responseCode = "201",
      responseDescription = "The domain")
  @APIResponse(responseCode = "400", description = "Not a domain name")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "409", description = "The tenant has this domain already")
  public Response add(NewDomainBody body) {
    var row = Decided.allowed(desk.add(call.speaker(), body.name()));
    return Response.status(Response.Status.CREATED).entity(DomainJson.of(row)).build();
  }

  @PATCH
  @Path("{domain}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.SET_DOMAIN)
  @Operation(
      summary = "Sign the domain's mail, or stop signing it",
      description = "dkim_signing: true once the DNS records are published.")
  @APIResponse(responseCode = "200", description = "The domain")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "404", description = "No such domain")
  public DomainJson change(@PathParam("domain") String domain, DomainPatchBody body) {
    call.about(domain);
    var id = DomainId.parse(domain).orElseThrow(() -> RefusalAnswers.of(Refusal.NOT_FOUND));
    return DomainJson.of(Decided.allowed(desk.signing(call.speaker(), id, body.signing())));
  }
}
