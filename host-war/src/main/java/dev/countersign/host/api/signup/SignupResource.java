package dev.countersign.host.api.signup;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.http.OptionalBody;
import dev.countersign.host.platform.http.PlainPage;
import dev.countersign.host.signup.Challenge;
import dev.countersign.host.signup.Slug;
import dev.countersign.host.signup.Slugs;
import dev.countersign.host.storage.Transactions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Founding an account, where the server takes new ones in. */
@Path("/")
@RequestScoped
@Tag(name = "Sign-up")
@Produces(MediaType.APPLICATION_JSON)
public class SignupResource {
  private static final URI CONFIRM_PAGE = URI.create("/confirm");

  @Inject SigningUp signing;
  @Inject Slugs slugs;
  @Inject Transactions transactions;
  @Inject InstantSource time;

  /**
   * Nothing in it is looked at.
   *
   * @param oversightEmail for whom the account is to be
   */
  public record ChallengeBody(@Nullable String oversightEmail) {}

  @POST
  @Path("v1/account/challenge")
  @Public
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.ASK_FOR_CHALLENGE)
  @Operation(
      operationId = "createChallenge",
      summary = "Get a puzzle (ALTCHA), to be solved before asking for an account")
  @APIResponse(responseCode = "200", description = "The puzzle, good for five minutes, once")
  @APIResponse(responseCode = "403", description = "The server takes no new accounts")
  @APIResponse(responseCode = "429", description = "Too many calls; Retry-After says how long")
  public Challenge challenge(@OptionalBody @Nullable ChallengeBody body) {
    return signing.challenge();
  }

  @POST
  @Path("v1/account/resend-confirmation")
  @Public
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.SIGN_UP)
  @Operation(
      operationId = "resendConfirmation",
      summary = "Have the code, or the link to the person's keys, mailed again",
      description = "The answer is the same whether there is anything to mail or not.")
  @APIResponse(responseCode = "200", description = "Mailed, if there was anything to mail")
  @APIResponse(responseCode = "400", description = "oversight_email cannot be used")
  @APIResponse(responseCode = "403", description = "The server takes no new accounts")
  @APIResponse(responseCode = "429", description = "Once in five minutes for one address")
  public SignupAnswers.Status resend(SignupAnswers.ResendBody body) {
    return signing.resend(SignupBody.email("oversight_email", body.oversightEmail()));
  }

  @POST
  @Path("v1/confirm")
  @Public
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.CONFIRM_SIGN_UP)
  @Operation(
      operationId = "confirmAccount",
      summary = "Bring the code that the person was mailed, and get the agent's key",
      description =
          "The key reads and sends. The keys to decide and to operate go to the person, by a link"
              + " in another mail.")
  @APIResponse(responseCode = "200", description = "The account; api_key is shown this once")
  @APIResponse(responseCode = "400", description = "The code is wrong, used or too old")
  @APIResponse(responseCode = "403", description = "The server takes no new accounts")
  @APIResponse(responseCode = "429", description = "Five tries an hour")
  public SignupAnswers.Confirmed confirm(SignupAnswers.ConfirmBody body) {
    return signing.confirm(Fields.required("code", body.code()));
  }

  @GET
  @Path("v1/confirm")
  @Public
  @Operation(hidden = true)
  public Response confirmPage() {
    return Response.seeOther(CONFIRM_PAGE).build();
  }

  /** The code is not used: a program that looks into mail must not found an account. */
  @GET
  @Path("v1/confirm/{code}")
  @Public
  @Operation(hidden = true)
  public Response confirmPage(@PathParam("code") String code) {
    return Response.seeOther(CONFIRM_PAGE).build();
  }

  @GET
  @Path("confirm")
  @Public
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response page() {
    return new PlainPage("Confirm an account")
        .sentence("Give the code from the mail to your agent, if you know that agent.")
        .sentence("Another mail will bring you your own keys. Give those to nobody.")
        .answer(200);
  }

  @GET
  @Path("v1/slug-check/{slug}")
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
