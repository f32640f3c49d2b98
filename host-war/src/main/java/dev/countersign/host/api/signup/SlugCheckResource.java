package dev.countersign.host.api.signup;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.signup.Slug;
import dev.countersign.host.signup.Slugs;
import dev.countersign.host.storage.Transactions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which short names are free. */
@Path("/v1/slug-check/{slug}")
@RequestScoped
@Tag(name = "Sign-up")
@Produces(MediaType.APPLICATION_JSON)
public class SlugCheckResource {
  @Inject SigningUp signing;
  @Inject Slugs slugs;
  @Inject Transactions transactions;
  @Inject InstantSource time;

  @GET
  @Public
  @Recorded(Action.CHECK_SLUG)
  @Operation(operationId = "checkSlug", summary = "Is a short name free?")
  @APIResponse(responseCode = "200", description = "Whether it is, and others that are")
  @APIResponse(responseCode = "403", description = "The server takes no new accounts")
  @APIResponse(responseCode = "429", description = "Too many calls; Retry-After says how long")
  public SignupAnswers.SlugCheck check(@PathParam("slug") String text) {
    signing.enter();
    var parsed = Slug.parse(text.toLowerCase(Locale.ROOT));
    if (parsed.isEmpty()) {
      return new SignupAnswers.SlugCheck(false, text, "invalid", List.of(), null);
    }
    var slug = parsed.get();
    return transactions.run(
        () -> {
          boolean free = slugs.free(slug, null, time.millis());
          return new SignupAnswers.SlugCheck(
              free,
              slug.text(),
              free ? null : slug.reserved() ? "reserved" : "taken",
              free ? List.of() : slugs.suggestions(slug, time.millis()),
              free ? slugs.mailbox(slug) : null);
        });
  }
}
