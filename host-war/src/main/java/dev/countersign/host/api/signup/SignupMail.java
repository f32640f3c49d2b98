package dev.countersign.host.api.signup;

import dev.countersign.host.mail.CodeMail;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.EventLog;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.PublicAddress;
import dev.countersign.host.platform.RandomToken;
import dev.countersign.host.signup.SignupSettings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/** The server's own mails to those who sign up. */
@ApplicationScoped
class SignupMail {
  private static final EventLog LOG = EventLog.of(SignupMail.class);
  private static final String NOT_YOU = "\n\nIf you did not ask for this, do nothing.\n";

  @Resource ManagedExecutorService executor;
  @Inject CodeMail mail;
  @Inject PublicAddress server;
  @Inject SignupSettings settings;
  @Inject InstantSource time;

  void code(String to, String code) {
    sent(
        to,
        "Your code for Countersign",
        "Somebody asks for an account on "
            + server.of("/")
            + " and names you as the person who decides about its mail.\n\nThe code is "
            + code
            + "\n\nGive it to your agent to go on. Another mail will bring you your own keys; never"
            + " give those to an agent."
            + NOT_YOU);
  }

  /** The same without waiting for it: who asks must not see whether there is a mail. */
  void codeLater(String to, String code) {
    later(() -> code(to, code));
  }

  void known(String to) {
    sent(
        to,
        "You have an account on Countersign",
        "Somebody asked for an account on "
            + server.of("/")
            + " with your address. You have one already, so nothing was done."
            + NOT_YOU);
  }

  void digits(String to, String operator, String digits, String viewLink) {
    sent(
        to,
        "Your code for an agent on Countersign",
        "An agent asks for an account on "
            + server.of("/")
            + " in the name of "
            + operator
            + ", and names you as the person who decides about its mail.\n\nThe code is "
            + digits
            + "\nIt is also at "
            + server.of("/agent/auth/claim/view?token=" + viewLink)
            + "\n\nGive it to the agent only if you know it."
            + NOT_YOU);
  }

  /** Not waited for: if it is lost, the person asks for another one. */
  void handoverLater(String to, String link) {
    later(() -> handover(to, link));
  }

  private void later(Runnable sending) {
    executor.execute(
        () -> {
          try {
            sending.run();
          } catch (Problem e) {
            LOG.event("a mail about a new account could not be handed over").warning();
          }
        });
  }

  private void handover(String to, String link) {
    sent(
        to,
        "Your keys to Countersign",
        "Your account is ready. Open this link once, and keep the two keys that it shows:\n\n"
            + server.of("/v1/overseer-keys/" + link)
            + "\n\nWith them you decide which mail of your agent leaves. Give neither to an agent.\n");
  }

  private void sent(String to, String subject, String text) {
    var unique = "signup." + RandomToken.mint().text().replaceAll("[^A-Za-z0-9]", "");
    var domain = Optional.of(settings.domain());
    if (!mail.send(to, domain, unique, subject, text, time.instant())) {
      throw Problem.of(
          ErrorCode.UNAVAILABLE, "The mail could not be handed over; try again later.");
    }
  }
}
