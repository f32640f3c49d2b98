package dev.countersign.host.desk;

import dev.countersign.host.attachments.AttachmentLink;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ids.KeyId;
import dev.countersign.host.keys.KeyRow;
import dev.countersign.host.keys.Keys;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Actor;
import dev.countersign.host.mail.Attachment;
import dev.countersign.host.messages.AttachmentPlace;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/** Files that came with messages, for whoever may see the message. */
@ApplicationScoped
public class AttachmentDesk {
  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject Keys keys;
  @Inject Messages messages;
  @Inject Tenants tenants;
  @Inject Views views;
  @Inject Records records;

  /** {@return the file of this name, the first if several have it} */
  public Decision<Attachment> download(Speaker speaker, EmailId id, String name) {
    return found(
        speaker,
        Action.DOWNLOAD_ATTACHMENT,
        id,
        name,
        row ->
            messages.placed(row, name).flatMap(file -> messages.attachment(row, file.position())));
  }

  /** {@return the file as facts, for somebody who wants a link to it} */
  public Decision<AttachmentPlace> place(Speaker speaker, EmailId id, String name) {
    return found(speaker, Action.LINK_ATTACHMENT, id, name, row -> messages.placed(row, name));
  }

  /**
   * The file that a link names. It is good for as much as the key that made it is at this moment:
   * of a revoked key nothing is left, and what is held back by now is not there.
   *
   * @param requestId of the call that presents the link
   */
  public Decision<Attachment> linked(AttachmentLink link, String requestId) {
    return transactions.run(
        () ->
            KeyId.parse(link.key())
                .flatMap(key -> keys.find(link.tenant(), key))
                .map(key -> linked(link, key, requestId))
                .orElseGet(() -> new Decision.Refused<>(Refusal.NOT_FOUND)));
  }

  private Decision<Attachment> linked(AttachmentLink link, KeyRow key, String requestId) {
    var who = key.holder().principal();
    var actor =
        new Actor(
            key.tenantId(), who.role().wire(), key.holder().id(), who.id(), key.id(), requestId);
    return found(
        new Speaker.KeyHolder(key.tenantId(), who, key.no(), actor),
        Action.DOWNLOAD_ATTACHMENT,
        EmailId.parse(link.email()).orElseThrow(),
        "by a link",
        row -> messages.attachment(row, link.position()));
  }

  private <T> Decision<T> found(
      Speaker speaker,
      Action action,
      EmailId id,
      String note,
      Function<MessageRow, Optional<T>> file) {
    return transactions.run(
        () -> {
          tenants.share(speaker.tenantId());
          var caller = callers.of(speaker);
          return records.looked(
              speaker,
              records.entry(speaker, action).onNamed(id.toString()).noting(note),
              Sight.INBOX,
              () ->
                  messages
                      .find(speaker.tenantId(), id)
                      .filter(
                          row -> Oversight.visible(views.of(row.mailbox()), caller, row.message()))
                      .flatMap(file)
                      .<Decision<T>>map(Decision.Allowed::new)
                      .orElseGet(() -> new Decision.Refused<>(Refusal.NOT_FOUND)));
        });
  }
}
