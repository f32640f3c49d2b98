package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.json.StatusAnswer;
import dev.countersign.host.desk.AccountDesk;
import dev.countersign.host.mail.CodeMail;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.tenants.TenantRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;

/** Deleting an account, in two steps. */
@ApplicationScoped
class Deleting {
  private static final String SUBJECT = "Code to delete your Countersign account";

  @Inject CurrentCall call;
  @Inject AccountDesk desk;
  @Inject CodeMail mail;
  @Inject InstantSource time;

  /** Sends the code to the overseer, once it is stored. */
  Response ask() {
    var asked = Decided.allowed(desk.ask(call.speaker()));
    var unique = "code." + call.speaker().actor().requestId().replaceAll("[^A-Za-z0-9]", "");
    boolean sent =
        mail.send(
            asked.overseerAddress(),
            asked.sender(),
            unique,
            SUBJECT,
            text(call.speaker().tenantId(), asked.code()),
            time.instant());
    if (!sent) {
      throw Problem.of(
          ErrorCode.UNAVAILABLE, "The code could not be mailed to the overseer; try again later.");
    }
    return Response.accepted(new StatusAnswer(call.speaker().tenantId(), "pending_approval"))
        .build();
  }

  Response delete(String code) {
    TenantRow tenant = Decided.allowed(desk.delete(call.speaker(), code));
    return Response.ok(new StatusAnswer(tenant.id(), "deleted")).build();
  }

  private static String text(String tenant, String code) {
    return "Somebody with an operator's key asks to delete the account "
        + tenant
        + ".\n\nThe code is "
        + code
        + "\n\nWith it, all messages, keys, names and addresses of the account are erased, and"
        + " nobody gets them back.\nThe ledger stays. If you do not want that, do not pass the code"
        + " on, and revoke the key that asked.\n";
  }
}
