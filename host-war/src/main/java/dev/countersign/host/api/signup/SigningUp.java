package dev.countersign.host.api.signup;

import dev.countersign.host.desk.SignupDesk;
import dev.countersign.host.domains.Domains;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.RandomToken;
import dev.countersign.host.platform.RequestTrace;
import dev.countersign.host.platform.StrangerRates;
import dev.countersign.host.platform.http.ClientAddress;
import dev.countersign.host.signup.Challenge;
import dev.countersign.host.signup.Challenges;
import dev.countersign.host.signup.KeyHandovers;
import dev.countersign.host.signup.SignupRow;
import dev.countersign.host.signup.SignupSettings;
import dev.countersign.host.signup.Signups;
import dev.countersign.host.signup.Slug;
import dev.countersign.host.signup.Slugs;
import dev.countersign.host.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asking for an account and confirming it. Answers and mails are the same in number for an address
 * that has an account and for one that has none, so that nobody can find out which do.
 */
@ApplicationScoped
public class SigningUp {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject Transactions transactions;
  @Inject SignupSettings settings;
  @Inject Challenges challenges;
  @Inject Signups signups;
  @Inject Slugs slugs;
  @Inject SignupDesk desk;
  @Inject KeyHandovers handovers;
  @Inject SignupMail mail;
  @Inject Domains domains;
  @Inject StrangerRates rates;
  @Inject ClientAddress client;
  @Inject Limits limits;
  @Inject InstantSource time;

  /** Every call about new accounts begins with this. */
  public void enter() {
    settings.check();
    rates.admit(Limit.SIGNUP_CALLS_PER_MINUTE_COUNT, client.text(), MINUTE);
  }

  Challenge challenge() {
    enter();
    return challenges.make(time.millis());
  }

  /**
   * Takes a wish, or none: the answer does not tell.
   *
   * @param idempotencyKey under which the same call, repeated within an hour, does nothing more
   */
  public SignupAnswers.Status ask(SignupBody body, @Nullable String idempotencyKey) {
    enter();
    var wish = body.wish(limits);
    var solution = body.solution();
    checkAddress(wish.email());
    long now = time.millis();
    if (idempotencyKey != null && repeated(idempotencyKey, now)) {
      return SignupAnswers.Status.ASKED;
    }
    solved(solution, now);
    // After the puzzle: who has solved none cannot keep others' addresses busy.
    rates.admit(Limit.SIGNUP_MAILS_PER_HOUR_COUNT, wish.email(), HOUR);
    var made = transactions.run(() -> taken(wish, now));
    if (made.isPresent()) {
      mail.code(wish.email(), made.get().secret());
    } else {
      mail.known(wish.email());
    }
    return SignupAnswers.Status.ASKED;
  }

  /** The puzzle that goes with other calls of strangers. */
  public void solved(SignupBody.PowSolution given) {
    solved(given.solution(), time.millis());
  }

  private void solved(Challenge.Solution solution, long now) {
    if (!transactions.run(() -> challenges.spend(solution, now))) {
      throw Problem.field(
          ErrorCode.INVALID_PROOF_OF_WORK,
          "pow_solution",
          "This is no solution, it is too late, or it was used before; ask for a new puzzle at"
              + " POST /v1/account/challenge.");
    }
  }

  private Optional<Signups.Made> taken(SignupRow.Wish wish, long now) {
    var slug = Slug.parse(wish.slug()).orElseThrow();
    if (!slugs.free(slug, wish.email(), now)) {
      throw Problem.field(
              ErrorCode.SLUG_TAKEN, "slug", "This short name is taken; choose another one.")
          .with("suggestions", slugs.suggestions(slug, now));
    }
    return signups.fulfilled(wish.email()).isPresent()
        ? Optional.empty()
        : Optional.of(signups.add(wish, now));
  }

  private boolean repeated(String idempotencyKey, long now) {
    var name = RandomToken.sha256("idempotency\n" + idempotencyKey);
    return !transactions.run(() -> challenges.once(name, now, now + HOUR.toMillis()));
  }

  void checkAddress(String email) {
    if (domains.disposable(email.substring(email.lastIndexOf('@') + 1))) {
      throw Problem.of(
          ErrorCode.DISPOSABLE_ADDRESS,
          "Name the address of a person who can be reached: this domain's addresses are thrown"
              + " away.");
    }
  }

  SignupAnswers.Confirmed confirm(String code) {
    settings.check();
    rates.admit(Limit.SIGNUP_CONFIRMATIONS_PER_HOUR_COUNT, client.text(), HOUR);
    record Founded(SignupRow wish, SignupDesk.Account account) {}
    var founded =
        transactions.run(
            () -> {
              var wish = signups.byCode(code, time.millis()).orElseThrow(SigningUp::notGood);
              return new Founded(wish, desk.found(wish, RequestTrace.currentId()));
            });
    mail.handoverLater(founded.wish().email(), founded.account().handover());
    return SignupAnswers.Confirmed.of(founded.account(), founded.wish());
  }

  static Problem notGood() {
    return Problem.field(
        ErrorCode.CODE_NOT_GOOD,
        "code",
        "This code is wrong, used or too old; have a new one sent.");
  }

  /** A code, or a link to keys that nobody has taken, or nothing: the answer does not tell. */
  SignupAnswers.Status resend(String email) {
    enter();
    rates.admit(Limit.SIGNUP_RESENDS_COUNT, email, limits.duration(Limit.SIGNUP_RESEND_MS));
    long now = time.millis();
    var code = transactions.run(() -> signups.renewed(email, now));
    code.ifPresent(made -> mail.codeLater(email, made.secret()));
    transactions
        .run(
            () ->
                signups
                    .fulfilled(email)
                    .flatMap(row -> Optional.ofNullable(row.tenantId()))
                    .flatMap(tenant -> handovers.again(tenant, now)))
        .ifPresent(link -> mail.handoverLater(email, link));
    return SignupAnswers.Status.AGAIN;
  }
}
