package dev.countersign.host.mcp.tools;

import static dev.countersign.host.mcp.tools.Parameter.choice;
import static dev.countersign.host.mcp.tools.Parameter.text;
import static dev.countersign.host.mcp.tools.Parameter.texts;

import dev.countersign.host.desk.asked.Reach;
import java.util.List;
import java.util.Set;

/** The account, its keys, its ledger and its webhooks. */
final class AccountTools {
  private static final Set<Reach> ADMIN = Set.of(Reach.ADMINISTER);
  private static final Set<Reach> SEEING = Set.of(Reach.SEE_MAILBOXES);

  private AccountTools() {}

  static List<Tool> all() {
    return List.of(
        account(),
        update(),
        delete(),
        usage(),
        plan(),
        unsubscribe(),
        portal(),
        keys(),
        newKey(),
        revoke(),
        ledger(),
        newWebhook(),
        webhooks(),
        noWebhook(),
        issue());
  }

  private static Tool tool(
      String name, String title, String text, Set<Reach> needs, Hints hints, Tool.Work work) {
    return new Tool(name, title, text, needs, hints, List.of(), work);
  }

  private static Tool account() {
    return tool(
        "get_account",
        "Show the account",
        "Shows the account: its name, its limits, and whether its mail is stopped.",
        SEEING,
        Hints.READS,
        Route.get("/v1/account"));
  }

  private static Tool update() {
    return tool(
            "update_account",
            "Change the account",
            "Changes name, postal address or the address of the overseer, which needs the"
                + " operator's code.",
            ADMIN,
            Hints.SETS,
            Route.patch("/v1/account"))
        .takes(
            text("name", "Name of the account"),
            text("oversight_email", "Where the overseer is reached"),
            text("physical_address", "Postal address"),
            Common.CODE);
  }

  private static Tool delete() {
    return tool(
            "delete_account",
            "Give the account up",
            "Ends the account for good. The first call asks for the operator's code.",
            ADMIN,
            Hints.TAKES_AWAY,
            Route.delete("/v1/account"))
        .takes(Common.CODE);
  }

  private static Tool usage() {
    return tool(
            "get_usage",
            "Show usage",
            "Shows how much was sent and received.",
            SEEING,
            Hints.READS,
            Route.get("/v1/usage"))
        .takes(choice("period", "In sum or by day", "summary", "daily"));
  }

  private static Tool plan() {
    return tool(
            "upgrade_plan",
            "Upgrade the plan",
            "This server is run by its operator and sells nothing; the answer says so.",
            ADMIN,
            Hints.ADDS,
            Route.post("/v1/billing/checkout"))
        .takes(
            choice("plan", "Name of a plan", "builder", "pro", "scale").needed(),
            choice("interval", "How often it would be paid", "monthly", "annual"));
  }

  private static Tool unsubscribe() {
    return tool(
            "cancel_subscription",
            "Cancel the subscription",
            "This server is run by its operator and sells nothing; the answer says so.",
            ADMIN,
            Hints.TAKES_AWAY,
            Route.post("/v1/billing/cancel"))
        .takes(Common.CODE);
  }

  private static Tool portal() {
    return tool(
            "get_billing_portal",
            "Open the billing portal",
            "This server is run by its operator and sells nothing; the answer says so.",
            ADMIN,
            Hints.READS,
            Route.post("/v1/billing/portal"))
        .takes(text("return_url", "Where to come back to"));
  }

  private static Tool keys() {
    return tool(
        "list_api_keys",
        "List API keys",
        "Lists the keys with their scopes, without their secrets.",
        ADMIN,
        Hints.READS,
        Route.get("/v1/api-keys"));
  }

  private static Tool newKey() {
    return tool(
            "create_api_key",
            "Make an API key",
            "Makes a key; its secret is shown this once. No key holds both send and oversight. An"
                + " agent's key needs the operator's code.",
            ADMIN,
            Hints.ADDS,
            Route.post("/v1/api-keys"))
        .takes(
            text("name", "Name of the key").needed(),
            texts("scopes", "Of read, send, oversight, admin").needed(),
            Common.CODE);
  }

  private static Tool revoke() {
    return tool(
            "revoke_api_key",
            "Revoke an API key",
            "Takes a key back from this moment on. An agent's key needs the operator's code.",
            ADMIN,
            Hints.TAKES_AWAY,
            Route.delete("/v1/api-keys/{key_id}"))
        .takes(text("key_id", "Id of the key").needed(), Common.CODE);
  }

  private static Tool ledger() {
    return tool(
            "get_audit_log",
            "Show the ledger",
            "Lists entries of the ledger, newest first.",
            Set.of(Reach.SEE_LEDGER),
            Hints.READS,
            Route.get("/v1/audit-log").shown(Shape.LISTED))
        .takes(Common.LIMIT, Common.CURSOR);
  }

  private static Tool newWebhook() {
    return tool(
            "create_webhook",
            "Make a webhook",
            "Sends events to an https address from now on. An agent's key needs the operator's"
                + " code.",
            ADMIN,
            Hints.ADDS,
            Route.post("/v1/webhooks"))
        .takes(
            text("url", "An https address").needed(),
            texts("events", "Such as message.received, oversight.pending").needed(),
            text("mailbox_id", "Only events of this mailbox"),
            Common.CODE);
  }

  private static Tool webhooks() {
    return tool(
        "list_webhooks",
        "List webhooks",
        "Lists where events are sent, without the secrets they are signed with.",
        ADMIN,
        Hints.READS,
        Route.get("/v1/webhooks"));
  }

  private static Tool noWebhook() {
    return tool(
            "delete_webhook",
            "Delete a webhook",
            "Sends no more events there.",
            ADMIN,
            Hints.TAKES_AWAY,
            Route.delete("/v1/webhooks/{webhook_id}"))
        .takes(text("webhook_id", "Id of the webhook").needed());
  }

  private static Tool issue() {
    return tool(
            "report_issue",
            "Tell the operator of a problem",
            "Leaves a note for whoever runs this server.",
            Set.of(Reach.ANNOTATE),
            Hints.ADDS,
            Route.post("/v1/feedback"))
        .takes(text("message", "What is wrong").needed(), text("subject", "In a few words"));
  }
}
