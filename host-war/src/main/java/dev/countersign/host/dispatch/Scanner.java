package dev.countersign.host.dispatch;

import dev.countersign.host.domains.Domains;
import dev.countersign.host.domains.Judgement;
import dev.countersign.host.domains.MessageDomains;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Risk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges the recipients of an outgoing message, To, Cc and Bcc, by their domains. What it cannot
 * find out in time is unknown, and such a message goes to a person in every mode.
 */
@ApplicationScoped
class Scanner {
  @Inject Domains domains;
  @Inject MessageDomains messages;
  @Inject Limits limits;

  /**
   * What the scanner has to say.
   *
   * @param note the reasons, for the ledger
   * @param keep stores them beside the message
   */
  record Scan(Risk risk, @Nullable String note, Consumer<MessageRow> keep) {}

  Scan judge(MessageRow row) {
    Policy policy = row.mailbox().mailbox().policy();
    if (!policy.riskChecks()) {
      return new Scan(new Risk.Unchecked(), null, scanned -> {});
    }
    List<String> recipients =
        row.draft(List.of()).recipients().stream().map(EmailAddress::domain).distinct().toList();
    Judgement judgement =
        domains.judge(row.tenantId(), recipients, limits.duration(Limit.DOMAIN_SCAN_MS));
    return new Scan(
        judgement.risk(policy.riskThreshold()),
        judgement.summary(),
        scanned -> messages.keep(scanned.tenantId(), scanned.id(), judgement));
  }
}
