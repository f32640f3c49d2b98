package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.ReputationJson;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.messages.Reputations;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The counters behind the {@code reputation_hash} of identity claims. */
@Path("/v1/mailboxes/{mailbox}/reputation")
@RequestScoped
@Tag(name = "Identity")
@Produces(MediaType.APPLICATION_JSON)
public class ReputationResource {
  @Inject CurrentCall call;
  @Inject Lookup lookup;
  @Inject LookDesk looks;
  @Inject Reputations reputations;
  @Inject InstantSource time;

  @GET
  @Recorded(Action.LOOK_AT_REPUTATION)
  @Operation(summary = "Show a mailbox's counters and their hash, as of now")
  @APIResponse(responseCode = "200", description = "The counters and reputation_hash")
  @APIResponse(responseCode = "403", description = "The key holds none of read, oversight, admin")
  @APIResponse(responseCode = "404", description = "No such mailbox")
  public ReputationJson show(@PathParam("mailbox") String mailbox) {
    var box = lookup.mailbox(mailbox);
    return Decided.allowed(
        looks.look(
            call.speaker(),
            Action.LOOK_AT_REPUTATION,
            Sight.MAILBOXES,
            () -> ReputationJson.of(reputations.of(box, Instant.ofEpochMilli(time.millis())))));
  }
}
