package dev.countersign.host.api.signup;

import dev.countersign.host.api.json.Times;
import dev.countersign.host.desk.SignupDesk;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.PublicAddress;
import dev.countersign.host.platform.RequestTrace;
import dev.countersign.host.platform.StrangerRates;
import dev.countersign.host.signup.SignupRow;
import dev.countersign.host.signup.Signups;
import dev.countersign.host.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** An agent's claim to an account, and the person's part in it. */
@ApplicationScoped
class Claiming {
  @Inject Transactions transactions;
  @Inject SigningUp signing;
  @Inject Signups signups;
  @Inject SignupDesk desk;
  @Inject SignupMail mail;
  @Inject StrangerRates rates;
  @Inject Limits limits;
  @Inject PublicAddress server;
  @Inject InstantSource time;

  /** What a try to complete a claim came to; a wrong one is stored, so that tries are counted. */
  private sealed interface Tried {
    record Wrong() implements Tried {}

    record Before() implements Tried {}

    record Founded(SignupRow wish, SignupDesk.Account account) implements Tried {}
  }

  private record Begun(SignupRow row, String token, String digits, String view) {}

  AgentAuthJson.Registration register(AgentAuthJson.Body body) {
    signing.enter();
    var wish = body.wish(limits);
    signing.checkAddress(wish.email());
    rates.admit(Limit.SIGNUP_MAILS_PER_HOUR_COUNT, wish.email(), Duration.ofHours(1));
    var begun =
        transactions.run(
            () -> {
              var made = signups.addClaim(wish, time.millis());
              return new Begun(
                  made.row(),
                  made.secret(),
                  signups.digits(made.row()),
                  signups.viewLink(made.row()));
            });
    mail.digits(wish.email(), wish.operatorName(), begun.digits(), begun.view());
    return new AgentAuthJson.Registration(
        begun.row().id(),
        "identity_assertion",
        server.of("/agent/auth/claim/complete"),
        begun.token(),
        Times.iso(begun.row().expiresAt()),
        AgentAuthJson.SCOPES);
  }

  Optional<String> digits(String viewLink) {
    signing.enter();
    return transactions.run(() -> signups.byViewLink(viewLink, time.millis()).map(signups::digits));
  }

  AgentAuthJson.Claimed complete(String token, String digits) {
    signing.enter();
    var tried = transactions.run(() -> tried(token, digits));
    return switch (tried) {
      case Tried.Wrong wrong -> throw SigningUp.notGood();
      case Tried.Before before ->
          throw Problem.of(
              ErrorCode.ALREADY_CLAIMED, "The key of this claim was handed out already.");
      case Tried.Founded(SignupRow wish, SignupDesk.Account account) -> {
        mail.handoverLater(wish.email(), account.handover());
        yield new AgentAuthJson.Claimed(
            wish.id(),
            "claimed",
            "api_key",
            account.agentKey(),
            null,
            AgentAuthJson.SCOPES,
            account.mailbox().id(),
            account.mailbox().address());
      }
    };
  }

  private Tried tried(String token, String digits) {
    var found = signups.byClaim(token);
    if (found.filter(row -> row.tenantId() != null).isPresent()) {
      return new Tried.Before();
    }
    return found
        .filter(row -> row.open(time.millis()))
        .filter(row -> signups.matches(row, digits))
        .<Tried>map(row -> new Tried.Founded(row, desk.found(row, RequestTrace.currentId())))
        .orElseGet(Tried.Wrong::new);
  }
}
