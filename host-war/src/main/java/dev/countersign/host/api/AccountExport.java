package dev.countersign.host.api;

import dev.countersign.host.api.contacts.ContactJson;
import dev.countersign.host.api.json.ApiKeyJson;
import dev.countersign.host.api.json.MailboxJson;
import dev.countersign.host.api.suppression.SuppressionJson;
import dev.countersign.host.contacts.Contacts;
import dev.countersign.host.keys.Keys;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.WholeMail;
import dev.countersign.host.platform.Json;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.suppression.Suppressions;
import dev.countersign.host.tenants.TenantRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All that an account has, one JSON object on each line, with its {@code kind}: account, mailboxes,
 * keys without their secrets, contacts, suppressed addresses, and messages. The ledger has an
 * export of its own.
 */
@ApplicationScoped
public class AccountExport {
  private static final int BATCH = 50;
  private static final int MANY = 1_000_000;

  @Inject Transactions transactions;
  @Inject AccountViews accounts;
  @Inject Mailboxes mailboxes;
  @Inject Keys keys;
  @Inject Contacts contacts;
  @Inject Suppressions suppressions;
  @Inject WholeMail mail;
  @Inject EmailViews emails;

  /** In small transactions: a slow reader holds up nobody. */
  public void write(TenantRow tenant, OutputStream out) throws IOException {
    var id = tenant.id();
    lines(out, "account", () -> Stream.of(accounts.of(tenant)));
    lines(
        out,
        "mailbox",
        () -> mailboxes.all(id, Integer.MAX_VALUE).stream().map(box -> MailboxJson.of(box, null)));
    lines(out, "api_key", () -> keys.all(id, Integer.MAX_VALUE).stream().map(ApiKeyJson::of));
    lines(
        out,
        "contact",
        () -> contacts.page(id, "", Optional.empty(), MANY).stream().map(ContactJson::of));
    lines(
        out,
        "suppression",
        () -> suppressions.page(id, Optional.empty(), MANY).stream().map(SuppressionJson::of));
    messages(id, out);
  }

  private void messages(String id, OutputStream out) throws IOException {
    String after = "";
    boolean more = true;
    while (more) {
      var from = after;
      List<String> ids = new ArrayList<>();
      lines(
          out,
          "message",
          () -> {
            ids.clear();
            return mail.after(id, from, BATCH).stream()
                .peek((MessageRow row) -> ids.add(row.id()))
                .map(emails::detail);
          });
      more = ids.size() == BATCH;
      after = ids.isEmpty() ? after : ids.getLast();
    }
  }

  private void lines(OutputStream out, String kind, Supplier<Stream<?>> objects)
      throws IOException {
    List<Map<String, Object>> read =
        transactions.run(
            () -> objects.get().<Map<String, Object>>map(each -> line(kind, each)).toList());
    for (var line : read) {
      out.write(Json.bytes(line));
      out.write('\n');
    }
  }

  private static Map<String, Object> line(String kind, Object value) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("kind", kind);
    line.put(kind, value);
    return line;
  }
}
