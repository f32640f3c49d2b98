package dev.countersign.host.api.signup;

import dev.countersign.host.api.json.Fields;
import dev.countersign.host.api.json.NewMailboxBody;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.signup.Challenge;
import dev.countersign.host.signup.SignupRow;
import dev.countersign.host.signup.Slug;
import dev.countersign.kernel.Mode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A wish for an account. The three acceptances are those of the server's operator, whatever their
 * text; they must be true.
 *
 * @param oversightEmail of the person who will decide; the code goes there
 * @param emailUseType transactional, where it is given
 * @param slug the short name; without it, one is made of the operator's name
 * @param oversightMode gated_all, gated_send or monitored; a new mailbox is never looser than
 *     gated_send
 */
public record SignupBody(
    @Nullable String operatorName,
    @Nullable String oversightEmail,
    @Nullable Boolean acceptedTos,
    @Nullable Boolean acceptedOperatorAgreement,
    @Nullable Boolean acceptedAntiSpamPolicy,
    @Nullable PowSolution powSolution,
    @Nullable String emailUseType,
    @Nullable String slug,
    @Nullable String physicalAddress,
    @Nullable String useCase,
    @Nullable String oversightMode) {
  private static final int LONG_TEXT = 2000;

  /** The solution of the puzzle. */
  @Schema(name = "PowSolution")
  public record PowSolution(
      @Nullable String algorithm,
      @Nullable String challenge,
      @Nullable Long number,
      @Nullable String salt,
      @Nullable String signature) {
    Challenge.Solution solution() {
      return new Challenge.Solution(
          Fields.required("pow_solution.algorithm", algorithm),
          Fields.required("pow_solution.challenge", challenge),
          Fields.present("pow_solution.number", number),
          Fields.required("pow_solution.salt", salt),
          Fields.required("pow_solution.signature", signature));
    }
  }

  Challenge.Solution solution() {
    return Fields.present("pow_solution", powSolution).solution();
  }

  SignupRow.Wish wish(Limits limits) {
    accepted("accepted_tos", acceptedTos);
    accepted("accepted_operator_agreement", acceptedOperatorAgreement);
    accepted("accepted_anti_spam_policy", acceptedAntiSpamPolicy);
    if (emailUseType != null && !emailUseType.equals("transactional")) {
      throw Fields.invalid("email_use_type", "email_use_type must be transactional.");
    }
    var name = Fields.required("operator_name", operatorName);
    var operator =
        Fields.line("operator_name", name, limits.value(Limit.NAME_CHARACTERS)).orElseThrow();
    return new SignupRow.Wish(
        SignupRow.Kind.PAGE,
        email("oversight_email", oversightEmail),
        operator,
        Fields.word("slug", slug, Slug::parse).orElseGet(() -> Slug.ofName(operator)).text(),
        mode("oversight_mode", oversightMode),
        Fields.shortText("use_case", useCase, LONG_TEXT).orElse(null),
        Fields.shortText("physical_address", physicalAddress, LONG_TEXT).orElse(null));
  }

  static String email(String field, @Nullable String text) {
    return NewMailboxBody.person(field, Fields.required(field, text));
  }

  /** Of the five, the three that an account may begin with. */
  static Mode mode(String field, @Nullable String word) {
    return Fields.word(
            field,
            word,
            given ->
                switch (given) {
                  case "gated_all", "gated_send", "monitored" -> Mode.ofWire(given);
                  default -> Optional.empty();
                })
        .orElseGet(() -> Mode.ofWire("gated_send").orElseThrow());
  }

  private static void accepted(String field, @Nullable Boolean value) {
    if (!Boolean.TRUE.equals(value)) {
      throw Fields.invalid(field, field + " must be true.");
    }
  }
}
