package dev.countersign.host.api.signup;

import dev.countersign.host.api.json.Fields;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.signup.SignupRow;
import dev.countersign.host.signup.Slug;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an agent that registers itself says and is answered. */
public final class AgentAuthJson {
  static final List<String> SCOPES = List.of("read", "send");

  private AgentAuthJson() {}

  /**
   * An agent's wish for a key, in the name of a person who can be asked.
   *
   * @param type identity_assertion
   * @param assertionType verified_email
   * @param requestedCredentialType api_key
   */
  @Schema(name = "AgentAuthBody")
  public record Body(
      @Nullable String type,
      @Nullable String assertionType,
      @Nullable Assertion assertion,
      @Nullable String requestedCredentialType,
      @Nullable String requestedOversightMode,
      @Nullable String operatorName) {
    private static final String NAME = "Agent";
    private static final int NAME_CHARACTERS = 100;

    SignupRow.Wish wish(Limits limits) {
      only("type", type, "identity_assertion");
      only("assertion_type", assertionType, "verified_email");
      only(
          "requested_credential_type",
          requestedCredentialType == null ? "api_key" : requestedCredentialType,
          "api_key");
      var email =
          SignupBody.email("assertion.email", Fields.present("assertion", assertion).email());
      long longest = Math.min(NAME_CHARACTERS, limits.value(Limit.NAME_CHARACTERS));
      var name = Fields.line("operator_name", operatorName, longest).orElse(NAME);
      return new SignupRow.Wish(
          SignupRow.Kind.AGENT,
          email,
          name,
          Slug.ofName(name).text(),
          SignupBody.mode("requested_oversight_mode", requestedOversightMode),
          null,
          null);
    }

    private static void only(String field, @Nullable String value, String allowed) {
      if (!Fields.required(field, value).equals(allowed)) {
        throw Fields.invalid(field, field + " must be " + allowed + ".");
      }
    }
  }

  /** Who can be asked. */
  @Schema(name = "AgentAuthAssertion")
  public record Assertion(@Nullable String email) {}

  /**
   * What the agent needs to go on.
   *
   * @param claimUrl where it brings the token with the digits that the person gives it
   * @param claimToken the agent's own; it shows nobody the digits
   */
  @Schema(name = "AgentRegistration")
  public record Registration(
      String registrationId,
      String registrationType,
      String claimUrl,
      String claimToken,
      String claimTokenExpires,
      List<String> postClaimScopes) {}

  /** The agent's token and the person's six digits. */
  @Schema(name = "AgentClaimBody")
  public record ClaimBody(@Nullable String claimToken, @Nullable String otp) {}

  /**
   * The key.
   *
   * @param credential shown this once
   * @param credentialExpires null: a key is good until it is revoked
   */
  @Schema(name = "AgentClaim")
  public record Claimed(
      String registrationId,
      String status,
      String credentialType,
      String credential,
      @Nullable String credentialExpires,
      List<String> scopes,
      String mailboxId,
      String mailboxAddress) {}
}
