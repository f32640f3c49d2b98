package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.api.json.PendingApproval;
import dev.countersign.host.codes.CodeNotice;
import dev.countersign.host.desk.Coded;
import dev.countersign.host.mail.CodeMail;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers of calls that take an operator, or an operator's code. */
@ApplicationScoped
public class CodeAnswers {
  private static final int CODE_CHARACTERS = 16;

  @Inject CurrentCall call;
  @Inject CodeMail mail;
  @Inject InstantSource time;

  /** The code of a call, from its field or parameter {@code approval_code}. */
  public static Optional<String> code(@Nullable String given) {
    return Fields.line("approval_code", given, CODE_CHARACTERS);
  }

  /**
   * The answer of a call that was done; 202 of one that has to come again with the code that is
   * mailed now.
   */
  public <S> Response of(Coded<S> coded, Function<S, Response> done) {
    return switch (coded) {
      case Coded.Answered<S>(var decision) -> done.apply(Decided.allowed(decision));
      case Coded.NoneOut<S> none ->
          throw Problem.of(
              ErrorCode.NO_CODE_PENDING,
              "No code is out for exactly this; make the call without approval_code to ask for"
                  + " one.");
      case Coded.Made<S>(CodeNotice notice) -> {
        send(notice);
        yield Response.accepted(PendingApproval.byCode()).build();
      }
    };
  }

  /** Sends a code to the overseer, once it is stored. */
  void send(CodeNotice notice) {
    var unique = "code." + call.speaker().actor().requestId().replaceAll("[^A-Za-z0-9]", "");
    boolean sent =
        mail.send(
            notice.to(), notice.sender(), unique, notice.subject(), notice.text(), time.instant());
    if (!sent) {
      throw Problem.of(
          ErrorCode.UNAVAILABLE, "The code could not be mailed to the overseer; try again later.");
    }
  }
}
