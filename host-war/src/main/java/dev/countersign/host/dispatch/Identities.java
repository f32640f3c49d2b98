package dev.countersign.host.dispatch;

import dev.countersign.host.desk.Views;
import dev.countersign.host.identity.AgentIdentity;
import dev.countersign.host.identity.IdentityClaim;
import dev.countersign.host.identity.IdentityHeaders;
import dev.countersign.host.identity.SigningKeys;
import dev.countersign.host.keys.Keys;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Reputations;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** States who sends a message, for whom and under which oversight, and signs that. */
@ApplicationScoped
class Identities {
  @Inject Tenants tenants;
  @Inject Keys keys;
  @Inject Reputations reputations;
  @Inject Views views;
  @Inject SigningKeys signingKeys;

  void sign(MimeMessage message, MessageRow row, Instant now) {
    var mode = Oversight.governing(views.of(row.mailbox()), row.message()).wire();
    var agent = tenants.principal(row.composer().id());
    var who = new AgentIdentity(agent.id(), row.tenantId(), mode);
    Optional<IdentityClaim> claim =
        row.mailbox().aiDisclosure() ? Optional.of(claim(row, mode, now)) : Optional.empty();
    try {
      IdentityHeaders.sign(message, who, claim, signingKeys);
    } catch (MessagingException e) {
      throw new IllegalStateException("a composed message can always be signed", e);
    }
  }

  private IdentityClaim claim(MessageRow row, String mode, Instant now) {
    MailboxRow mailbox = row.mailbox();
    var tenant = tenants.tenant(row.tenantId());
    return new IdentityClaim(
        true,
        capabilities(row),
        Instant.ofEpochMilli(mailbox.createdAt()),
        now,
        tenant.operatorSlug(),
        mode,
        reputations.of(mailbox, now).hash(),
        IdentityClaim.SERVICE,
        tenant.verifiedOperator());
  }

  /** What the composer's live keys allow, in words that recipients know. */
  private List<String> capabilities(MessageRow row) {
    var scopes = keys.scopesOf(row.composer().id());
    List<String> words = new ArrayList<>();
    if (scopes.contains(Scope.SEND)) {
      words.add("send");
      words.add("reply");
    }
    if (scopes.contains(Scope.READ)) {
      words.add("read");
    }
    return words;
  }
}
