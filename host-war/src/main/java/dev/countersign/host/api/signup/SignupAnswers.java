package dev.countersign.host.api.signup;

import dev.countersign.host.desk.SignupDesk;
import dev.countersign.host.signup.SignupRow;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What those who sign up are answered. The first two are the same for everybody. */
public final class SignupAnswers {
  private SignupAnswers() {}

  /** Whatever became of the wish. */
  @Schema(name = "SignupStatus")
  public record Status(String status, String message) {
    static final Status ASKED =
        new Status(
            "confirmation_sent",
            "If an account can be made for this address, a code is in its mail. Bring it to"
                + " POST /v1/confirm.");
    static final Status AGAIN =
        new Status(
            "confirmation_resent",
            "If an account waits for this address, a code or a link is in its mail.");
  }

  /**
   * A new account.
   *
   * @param apiKey the agent's, to read and send; shown this once
   * @param oversightEmail where the keys to decide and to operate went
   */
  @Schema(name = "Confirmed")
  public record Confirmed(
      String status,
      String name,
      String oversightMode,
      String apiKey,
      String mailboxId,
      String mailboxAddress,
      String oversightEmail,
      @Nullable String useCase) {
    static Confirmed of(SignupDesk.Account account, SignupRow wish) {
      return new Confirmed(
          "active",
          account.tenant().name(),
          account.mailbox().mailbox().mode().wire(),
          account.agentKey(),
          account.mailbox().id(),
          account.mailbox().address(),
          wish.email(),
          wish.useCase());
    }
  }

  /**
   * Whether a short name is free.
   *
   * @param reason invalid, reserved or taken; null if it is free
   * @param addressPreview the mailbox that the account would begin with
   */
  @Schema(name = "SlugCheck")
  public record SlugCheck(
      boolean available,
      String slug,
      @Nullable String reason,
      List<String> suggestions,
      @Nullable String addressPreview) {}

  /** A code that came by mail. */
  @Schema(name = "ConfirmBody")
  public record ConfirmBody(@Schema(example = "SKP-7D2-4V8") @Nullable String code) {}

  /** Whose code is to be sent once more. */
  @Schema(name = "ResendBody")
  public record ResendBody(@Nullable String oversightEmail) {}
}
