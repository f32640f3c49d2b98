package dev.countersign.conformance.mcp;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.Product;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A call for each tool, about things that are really there, so that nothing but the key decides
 * whether it may be made.
 */
final class Samples {
  private final Product product;
  private final String box;
  private final String mailbox;
  private final String email;
  private final String held;
  private final List<Sample> all = new ArrayList<>();

  private Samples(Product product) {
    this.product = product;
    this.box = product.firstRun().mailboxId();
    this.mailbox = "/v1/mailboxes/" + box;
    this.email = received(product, Drafts.somebody(), "Hello.");
    this.held = product.sendAndAwaitHold(Drafts.to(Drafts.somebody()));
  }

  static List<Sample> of(Product product) {
    var samples = new Samples(product);
    samples.mail();
    samples.oversight();
    samples.mailboxes();
    samples.account();
    return samples.all;
  }

  /** {@return the id of a message from outside to the first mailbox} */
  static String received(Product product, String sender, String text) {
    var message =
        """
        From: %s
        To: %s
        Subject: A letter
        Date: Tue, 17 Mar 2026 12:30:01 +0000
        Message-ID: <%s>
        Content-Type: text/plain; charset=utf-8

        %s
        """
            .formatted(sender, product.firstRun().mailboxAddress(), Drafts.somebody(), text);
    return product
        .admin()
        .postMail(
            "/v1/inbound?recipient=" + product.firstRun().mailboxAddress(),
            message.getBytes(StandardCharsets.UTF_8))
        .expecting(201)
        .text("id");
  }

  private void mail() {
    var draft = new HashMap<>(Drafts.to(Drafts.somebody()));
    add("send_email", "POST", mailbox + "/send", draft);
    add("check_inbox", "GET", mailbox + "/emails", Map.of("limit", 5));
    var thread = product.read(email).expecting(200).text("thread_id");
    add("read_email", "GET", mailbox + "/emails/" + email, Map.of("email_id", email));
    var reply = Map.<String, Object>of("email_id", email, "markdown", "Thanks. " + thread);
    add("reply_email", "POST", mailbox + "/reply/" + email, reply);
    add("get_thread", "GET", mailbox + "/threads/" + thread, Map.of("thread_id", thread));
    var file = Map.<String, Object>of("email_id", email, "filename", "none.txt");
    add("download_attachment", "GET", ofEmail("/attachments/none.txt/url"), file);
    add(
        "cancel_message",
        "POST",
        mailbox + "/emails/" + held + "/cancel",
        Map.of("email_id", held));
    var edit = Map.<String, Object>of("email_id", held, "subject", "Other");
    add("edit_scheduled_email", "PATCH", mailbox + "/emails/" + held + "/schedule", edit);
    var patience =
        Map.<String, Object>of("timeout_seconds", 5, "filter", Map.of("sender", "nobody"));
    add("wait_for_email", "GET", mailbox + "/emails", patience);
    add("get_tags", "GET", ofEmail("/tags"), Map.of("email_id", email));
    var tags = Map.<String, Object>of("email_id", email, "tags", Map.of("k", "v"));
    add("set_tags", "PUT", ofEmail("/tags"), tags);
    add("delete_tag", "DELETE", ofEmail("/tags/k"), Map.of("email_id", email, "key", "k"));
  }

  private String ofEmail(String rest) {
    return mailbox + "/emails/" + email + rest;
  }

  private void oversight() {
    add("list_pending", "GET", "/v1/oversight/pending", Map.of());
    var decision = Map.<String, Object>of("email_id", email, "action", "reject");
    add("decide_email", "POST", "/v1/oversight/decide", decision);
    var upgrade = Map.<String, Object>of("action", "request", "target_mode", "autonomous");
    add("manage_upgrade", "POST", mailbox + "/request-upgrade", upgrade);
    add("list_allowlist", "GET", mailbox + "/allowlist", Map.of());
    var pattern = Map.<String, Object>of("pattern", Drafts.somebody());
    add("add_allowlist_entry", "POST", mailbox + "/allowlist", pattern);
    var entry = Map.<String, Object>of("entry_id", "alw_01M83YF8BH1BE41HTSEFYFMP30");
    add("remove_allowlist_entry", "DELETE", mailbox + "/allowlist/" + entry.get("entry_id"), entry);
    var spam = Map.<String, Object>of("action", "clear", "email_id", email);
    add("manage_spam_status", "POST", "/v1/emails/" + email + "/not-spam", spam);
    add("list_spam", "GET", "/v1/emails", Map.of("limit", 5));
    var domain = Map.<String, Object>of("domain", "peer.example");
    add("check_domain", "GET", "/v1/domains/intelligence?domain=peer.example", domain);
  }

  private void mailboxes() {
    add("list_mailboxes", "GET", "/v1/mailboxes", Map.of());
    var same = Map.<String, Object>of("oversight_mode", "gated_send");
    add("configure_mailbox", "PATCH", mailbox + "/configure", same);
    add("update_mailbox", "PATCH", mailbox, same);
    var local = Drafts.somebody().replaceAll("@.*", "");
    var address = Map.<String, Object>of("address_local_part", local);
    add("create_mailbox", "POST", "/v1/mailboxes", address);
    var spare = product.newMailbox();
    add("delete_mailbox", "DELETE", "/v1/mailboxes/" + spare, Map.of("mailbox_id", spare));
    add("search_contacts", "GET", "/v1/contacts?q=peer", Map.of("query", "peer"));
    var contact = Map.<String, Object>of("name", "Peer", "email", Drafts.somebody());
    add("add_contact", "POST", "/v1/contacts", contact);
    var id = "con_01M83YF8BH1BE41HTSEFYFMP30";
    add("delete_contact", "DELETE", "/v1/contacts/" + id, Map.of("contact_id", id));
    add("list_suppression", "GET", "/v1/suppression", Map.of());
    var suppressed = Drafts.somebody();
    add(
        "remove_suppression",
        "DELETE",
        "/v1/suppression/" + suppressed,
        Map.of("email_address", suppressed));
  }

  private void account() {
    add("get_account", "GET", "/v1/account", Map.of());
    add("update_account", "PATCH", "/v1/account", Map.of("physical_address", "1 Way"));
    add("delete_account", "DELETE", "/v1/account", Map.of());
    add("get_usage", "GET", "/v1/usage?period=summary", Map.of("period", "summary"));
    add("upgrade_plan", "POST", "/v1/billing/checkout", Map.of("plan", "pro"));
    add("cancel_subscription", "POST", "/v1/billing/cancel", Map.of());
    add("get_billing_portal", "POST", "/v1/billing/portal", Map.of());
    add("list_api_keys", "GET", "/v1/api-keys", Map.of());
    var wanted = Map.<String, Object>of("name", "another", "scopes", List.of("read"));
    add("create_api_key", "POST", "/v1/api-keys", wanted);
    var key = product.newKey("read", Map.of()).text("id");
    add("revoke_api_key", "DELETE", "/v1/api-keys/" + key, Map.of("key_id", key));
    add("get_audit_log", "GET", "/v1/audit-log", Map.of("limit", 2));
    var sink =
        Map.<String, Object>of("url", "https://127.0.0.1/hook", "events", List.of("message.sent"));
    add("create_webhook", "POST", "/v1/webhooks", sink);
    add("list_webhooks", "GET", "/v1/webhooks", Map.of());
    var webhook = "wh_01M83YF8BH1BE41HTSEFYFMP30";
    add("delete_webhook", "DELETE", "/v1/webhooks/" + webhook, Map.of("webhook_id", webhook));
    add("report_issue", "POST", "/v1/feedback", Map.of("message", "All is well."));
    add("request_challenge", "POST", "/v1/account/challenge", Map.of());
    add("create_account", "POST", "/v1/account", signup());
    var again = Map.<String, Object>of("oversight_email", Drafts.somebody());
    add("resend_confirmation", "POST", "/v1/account/resend-confirmation", again);
    add("activate_account", "POST", "/v1/confirm", Map.of("code", "AAA-AAA-AAA"));
    add("setup_multimail", "GET", "/v1/account", Map.of());
  }

  private static Map<String, Object> signup() {
    var solution =
        Map.of(
            "algorithm", "SHA-256", "challenge", "00", "number", 1, "salt", "s", "signature", "00");
    return Map.of(
        "operator_name",
        "Somebody",
        "oversight_email",
        Drafts.somebody(),
        "accepted_tos",
        true,
        "accepted_operator_agreement",
        true,
        "accepted_anti_spam_policy",
        true,
        "pow_solution",
        solution);
  }

  private void add(String tool, String method, String path, Map<String, Object> arguments) {
    var named = new HashMap<>(arguments);
    named.putIfAbsent("mailbox_id", box);
    all.add(new Sample(tool, method, path, named));
  }
}
