package dev.countersign.conformance.vectors;

import dev.countersign.kernel.Code;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Person;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as a store would hold it.
 *
 * @param now milliseconds since 1970
 * @param mailboxOf the mailbox of each message
 */
record Rows(
    long now,
    boolean suspended,
    Map<Long, Mailbox> mailboxes,
    Map<Long, Message> messages,
    Map<Long, Long> mailboxOf,
    Map<Long, Key> keys,
    Map<Long, Code> codes,
    Map<Long, Person> people) {

  @Nullable Mailbox mailbox(long id) {
    return mailboxes.get(id);
  }

  /** Of a message that is there. */
  Mailbox mailboxOfMessage(long message) {
    return present(mailboxes, present(mailboxOf, message));
  }

  static <T> T present(Map<Long, T> rows, long id) {
    T row = rows.get(id);
    if (row == null) {
      throw new IllegalArgumentException("no row " + id);
    }
    return row;
  }

  Rows at(long moment) {
    return new Rows(moment, suspended, mailboxes, messages, mailboxOf, keys, codes, people);
  }

  Rows stopped(boolean stop) {
    return new Rows(now, stop, mailboxes, messages, mailboxOf, keys, codes, people);
  }

  Rows with(long id, Mailbox box) {
    return new Rows(
        now, suspended, put(mailboxes, id, box), messages, mailboxOf, keys, codes, people);
  }

  Rows with(long id, long box, Message message) {
    return new Rows(
        now,
        suspended,
        mailboxes,
        put(messages, id, message),
        put(mailboxOf, id, box),
        keys,
        codes,
        people);
  }

  Rows with(long id, Key key) {
    return new Rows(
        now, suspended, mailboxes, messages, mailboxOf, put(keys, id, key), codes, people);
  }

  Rows with(long id, Code code) {
    return new Rows(
        now, suspended, mailboxes, messages, mailboxOf, keys, put(codes, id, code), people);
  }

  Rows with(long id, Person person) {
    return new Rows(
        now, suspended, mailboxes, messages, mailboxOf, keys, codes, put(people, id, person));
  }

  private static <T> Map<Long, T> put(Map<Long, T> rows, long id, T row) {
    Map<Long, T> changed = new TreeMap<>(rows);
    changed.put(id, row);
    return changed;
  }
}
