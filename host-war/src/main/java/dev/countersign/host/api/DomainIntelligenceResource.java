package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.DomainIntelligence;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.domains.Domains;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is known of a recipient's domain. */
@Path("/v1/domains/intelligence")
@RequestScoped
@Tag(name = "Domains")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DomainIntelligenceResource {
  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject Domains domains;
  @Inject Limits limits;

  @GET
  @Recorded(Action.JUDGE_DOMAIN)
  @Operation(summary = "Judge one domain", description = "domain is a name such as example.org.")
  @APIResponse(responseCode = "200", description = "Score, signals and reasons")
  @APIResponse(responseCode = "400", description = "Not a domain")
  public DomainIntelligence intelligence(@QueryParam("domain") @Nullable String domain) {
    var name = name(Fields.required("domain", domain));
    var speaker = call.speaker();
    Decided.allowed(looks.look(speaker, Action.JUDGE_DOMAIN, Sight.MAILBOXES, () -> name));
    var judgement =
        domains.judge(speaker.tenantId(), List.of(name), limits.duration(Limit.DOMAIN_SCAN_MS));
    return DomainIntelligence.of(judgement.domains().getFirst().report());
  }

  private static String name(String domain) {
    return Fields.address("domain", "postmaster@" + domain).domain();
  }
}
