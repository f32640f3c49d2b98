package dev.countersign.host.siem;

import dev.countersign.host.siem.OcsfShape.Activity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one table of which action of the ledger becomes which OCSF event. */
public final class OcsfActions {
  private static final Map<String, OcsfShape> TABLE = table();
  private static final OcsfShape UNKNOWN = new OcsfShape(Activity.OTHER, null);

  private OcsfActions() {}

  private static Map<String, OcsfShape> table() {
    var table = new LinkedHashMap<String, OcsfShape>();
    put(table, Activity.CREATE, null, "submit", "receive");
    put(table, Activity.READ, null, "read", "export_ledger", "look_at_inbox", "look_at_keys");
    put(table, Activity.READ, null, "look_at_ledger", "look_at_mailboxes", "look_at_pending");
    put(table, Activity.READ, null, "look_at_account", "look_at_reputation", "look_at_domains");
    put(table, Activity.READ, null, "look_at_overrides", "look_at_coverage", "look_at_webhooks");
    put(table, Activity.READ, null, "judge_domain", "dry_run_policy", "open_approvals_page");
    put(table, Activity.UPDATE, null, "decide", "approve", "reject", "cancel", "edit", "settle");
    put(table, Activity.UPDATE, null, "reschedule", "release", "expire", "report_spam", "not_spam");
    put(table, Activity.UPDATE, null, "scan_result", "begin_dispatch", "unreachable", "accepted");
    put(table, Activity.UPDATE, null, "failed", "deferred", "outcome_unknown", "report");
    put(table, Activity.UPDATE, null, "bounce", "complain");
    put(table, Activity.OTHER, null, "unnamed_call", "unmatched_call", "start_server");
    put(table, Activity.OTHER, null, "stop_server", "call_mcp");
    put(table, Activity.READ, null, "look_at_retention", "look_at_risk_standard");
    put(table, Activity.READ, null, "export_evidence");
    put(table, Activity.READ, null, "download_attachment", "look_at_thread", "look_at_tags");
    put(table, Activity.READ, null, "look_at_spam");
    put(table, Activity.CREATE, null, "link_attachment");
    put(table, Activity.UPDATE, null, "set_tags");
    put(table, Activity.READ, null, "look_at_usage", "look_at_known_recipients", "check_slug");
    put(table, Activity.READ, null, "look_at_contacts", "look_at_suppressions", "export_account");
    put(table, Activity.READ, null, "open_unsubscribe_page");
    put(table, Activity.CREATE, null, "give_feedback");
    put(table, Activity.OTHER, null, "ask_for_challenge", "ask_for_what_is_not_offered");
    put(table, Activity.CREATE, "Account", "sign_up");
    put(table, Activity.UPDATE, "Account", "confirm_sign_up");
    put(table, Activity.CREATE, "Contact", "add_contact");
    put(table, Activity.DELETE, "Contact", "delete_contact");
    put(table, Activity.CREATE, "Known Recipient", "add_known_recipient");
    put(table, Activity.DELETE, "Known Recipient", "remove_known_recipient");
    put(table, Activity.CREATE, "Suppression", "suppress", "unsubscribe");
    put(table, Activity.DELETE, "Suppression", "lift_suppression");
    put(table, Activity.UPDATE, "Risk Standard", "set_risk_standard");
    put(table, Activity.UPDATE, "Retention Policy", "set_retention");
    put(table, Activity.DELETE, "Expired Content", "erase_expired");
    put(table, Activity.CREATE, "Legal Hold", "place_hold");
    put(table, Activity.DELETE, "Legal Hold", "lift_hold");
    put(table, Activity.DELETE, "Tenant", "delete_account");
    put(table, Activity.CREATE, "Tenant", "found_tenant");
    put(table, Activity.UPDATE, "Tenant", "suspend_all", "lift_all", "update_account");
    put(table, Activity.CREATE, "Mailbox", "create_mailbox");
    put(table, Activity.UPDATE, "Mailbox", "update_mailbox", "set_mode", "set_policy", "suspend");
    put(table, Activity.UPDATE, "Mailbox", "apply_upgrade", "lift");
    put(table, Activity.DELETE, "Mailbox", "remove");
    put(table, Activity.CREATE, "API Key", "create_key", "hand_over_keys");
    put(table, Activity.UPDATE, "API Key", "patch_key");
    put(table, Activity.DELETE, "API Key", "revoke_key");
    put(table, Activity.CREATE, "Approval Code", "request_code");
    put(table, Activity.CREATE, "Sending Domain", "add_domain");
    put(table, Activity.UPDATE, "Sending Domain", "set_domain");
    put(table, Activity.CREATE, "Domain Override", "override_domain");
    put(table, Activity.DELETE, "Domain Override", "take_back_override");
    put(table, Activity.CREATE, "Signing Key", "make_signing_key");
    put(table, Activity.UPDATE, "Signing Key", "rotate_signing_key", "rotate_log_key");
    put(table, Activity.DELETE, "Signing Key", "revoke_signing_key");
    put(table, Activity.CREATE, "Webhook", "create_webhook");
    put(table, Activity.UPDATE, "Webhook", "replay_webhook", "disable_webhook");
    put(table, Activity.DELETE, "Webhook", "delete_webhook");
    return table;
  }

  private static void put(
      Map<String, OcsfShape> table, Activity activity, @Nullable String entity, String... names) {
    for (var name : names) {
      table.put(name, new OcsfShape(activity, entity));
    }
  }

  /** {@return all actions with a place in the table} */
  public static Set<String> known() {
    return TABLE.keySet();
  }

  static OcsfShape of(String action) {
    return TABLE.getOrDefault(action, UNKNOWN);
  }
}
