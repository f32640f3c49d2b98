package dev.countersign.host.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.json.CodeBody;
import dev.countersign.host.api.json.MailboxJson;
import dev.countersign.host.api.json.MailboxPatchBody;
import dev.countersign.host.api.json.NewMailboxBody;
import dev.countersign.host.api.json.StatusAnswer;
import dev.countersign.host.api.json.UpgradeBody;
import dev.countersign.host.desk.MailboxDesk;
import dev.countersign.host.desk.UpgradeDesk;
import dev.countersign.host.domains.RiskStandards;
import dev.countersign.host.ledger.Members;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.mailboxes.StandardPolicy;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Creating and changing mailboxes. */
@ApplicationScoped
class MailboxChanges {
  @Inject MailboxDesk desk;
  @Inject UpgradeDesk upgrades;
  @Inject CodeAnswers codes;
  @Inject Mailboxes mailboxes;
  @Inject StandardPolicy policy;
  @Inject RiskStandards standards;
  @Inject Transactions transactions;
  @Inject CurrentCall call;
  @Inject Lookup lookup;
  @Inject Limits limits;

  @Inject
  @ConfigProperty(name = "countersign.mailbox", defaultValue = "agent@countersign.localhost")
  String firstMailbox;

  /** A mailbox after a change, with the vendor's word for it beside its fields. */
  record Updated(@JsonUnwrapped MailboxJson mailbox, String status) {}

  Response create(NewMailboxBody body) {
    var address = body.wanted(firstMailbox.substring(firstMailbox.lastIndexOf('@') + 1));
    call.about(address);
    var mode = body.mode().orElse(policy.modeForNewMailboxes());
    var name = body.name(limits).orElse(null);
    var timing = body.gateTiming();
    boolean disclosure = !Boolean.FALSE.equals(body.aiDisclosure());
    checkRoom();
    var exactly =
        new Members()
            .with("address", address)
            .with("oversight_mode", mode.wire())
            .with("display_name", name)
            .with("default_gate_timing", timing.map(GateTiming::wire).orElse(null))
            .with("ai_disclosure", disclosure);
    var wanted =
        new MailboxDesk.Wanted(
            address,
            body.approver(),
            mode,
            policy.forNewMailboxes(threshold()),
            exactly,
            row -> row.present(name, disclosure, timing.orElse(row.gateTiming())));
    return codes.of(
        desk.create(call.speaker(), wanted, CodeAnswers.code(body.approvalCode())),
        row ->
            Response.status(Response.Status.CREATED)
                .entity(MailboxJson.of(row, note(mode, row)))
                .build());
  }

  /** Mails a code for a looser mode. */
  StatusAnswer requestUpgrade(String id, UpgradeBody body) {
    var target = body.target();
    var box = Lookup.id(lookup.mailbox(id));
    codes.send(Decided.allowed(upgrades.request(call.speaker(), box, target)));
    return new StatusAnswer(box.toString(), "upgrade_requested");
  }

  /** Takes the mode that the code was made for. */
  Response upgrade(String id, CodeBody body) {
    var code = body.given();
    var box = Lookup.id(lookup.mailbox(id));
    return codes.of(
        upgrades.apply(call.speaker(), box, code),
        row -> Response.ok(new Updated(MailboxJson.of(row, null), "upgraded")).build());
  }

  Updated update(String id, MailboxPatchBody body) {
    body.check(limits);
    var box = Lookup.id(lookup.mailbox(id));
    var changed =
        desk.change(
            call.speaker(), box, body::calls, body.summary(), row -> body.present(row, limits));
    return new Updated(MailboxJson.of(Decided.allowed(changed), null), "updated");
  }

  MailboxJson call(String id, MailboxCall wanted) {
    var box = Lookup.id(lookup.mailbox(id));
    return MailboxJson.of(Decided.allowed(desk.call(call.speaker(), box, wanted)), null);
  }

  /** Above which a new mailbox of this tenant blocks. */
  private int threshold() {
    return transactions.run(() -> standards.of(call.speaker().tenantId())).blockAbove();
  }

  private void checkRoom() {
    int most = limits.count(Limit.MAILBOXES_PER_TENANT_COUNT);
    var tenant = call.speaker().tenantId();
    if (transactions.run(() -> mailboxes.all(tenant, most).size()) >= most) {
      throw Problem.of(
          ErrorCode.LIMIT_REACHED,
          String.format(
              Locale.ROOT,
              "There are %d mailboxes already; remove one, or raise the limit.",
              most));
    }
  }

  private static @Nullable String note(Mode asked, MailboxRow row) {
    var given = row.mailbox().mode();
    return given == asked
        ? null
        : String.format(
            Locale.ROOT,
            "A new mailbox starts at %s; ask for %s with request-upgrade.",
            given.wire(),
            asked.wire());
  }
}
