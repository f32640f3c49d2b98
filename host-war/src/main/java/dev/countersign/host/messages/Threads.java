package dev.countersign.host.messages;

import dev.countersign.host.ids.ThreadId;
import dev.countersign.host.mail.MessageId;
import dev.countersign.host.mail.Threading;
import dev.countersign.host.mailboxes.MailboxRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Conversations within one mailbox, found by what messages say they answer (RFC 5322 §3.6.4). */
@ApplicationScoped
public class Threads {
  @PersistenceContext EntityManager rows;

  /** {@return the thread of the message that this one answers; a new one if none is here} */
  public ThreadId threadOf(MailboxRow mailbox, Threading threading) {
    var named = newestFirst(threading);
    if (named.isEmpty()) {
      return ThreadId.mint();
    }
    var known = threads(mailbox, named);
    return named.stream()
        .map(known::get)
        .filter(Objects::nonNull)
        .findFirst()
        .flatMap(ThreadId::parse)
        .orElseGet(ThreadId::mint);
  }

  /** The newest messages of a thread, in their order. */
  public List<MessageRow> messages(MailboxRow mailbox, ThreadId thread, int limit) {
    return rows.createQuery(
            "SELECT m FROM MessageRow m WHERE m.mailbox = :mailbox AND m.threadId = :thread"
                + " ORDER BY m.id DESC",
            MessageRow.class)
        .setParameter("mailbox", mailbox)
        .setParameter("thread", thread.toString())
        .setMaxResults(limit)
        .getResultList()
        .reversed();
  }

  /** The message itself that is answered, then the conversation before it, newest first. */
  private static Set<String> newestFirst(Threading threading) {
    Set<String> ids = new LinkedHashSet<>();
    threading.inReplyTo().map(MessageId::value).ifPresent(ids::add);
    threading.references().reversed().forEach(id -> ids.add(id.value()));
    return ids;
  }

  /** By Message-ID; of several messages that share one, the newest counts. */
  private Map<String, String> threads(MailboxRow mailbox, Set<String> ids) {
    Map<String, String> found = new HashMap<>();
    rows.createQuery(
            "SELECT m.internetMessageId, m.threadId FROM MessageRow m"
                + " WHERE m.mailbox = :mailbox AND m.internetMessageId IN :ids ORDER BY m.id",
            Object[].class)
        .setParameter("mailbox", mailbox)
        .setParameter("ids", ids)
        .getResultStream()
        .forEach(row -> found.put((String) row[0], (String) row[1]));
    return found;
  }
}
