package dev.countersign.host.mcp.tools;

import static dev.countersign.host.mcp.tools.Parameter.choice;
import static dev.countersign.host.mcp.tools.Parameter.flag;
import static dev.countersign.host.mcp.tools.Parameter.text;

import dev.countersign.host.desk.asked.Reach;
import java.util.List;
import java.util.Set;

/** Mailboxes, contacts and who is not written to any more. */
final class MailboxTools {
  private static final Set<Reach> ADMIN = Set.of(Reach.ADMINISTER);
  private static final String MAILBOX = "/v1/mailboxes/{mailbox_id}";

  private static final Parameter MODE =
      choice("oversight_mode", "A stricter mode; a looser one is the operator's", Common.MODES);
  private static final Parameter NAME = text("display_name", "The name that recipients see");
  private static final Parameter AUTO_CC = text("auto_cc", "Address that gets a copy").orNull();
  private static final Parameter AUTO_BCC = text("auto_bcc", "The same, unseen").orNull();
  private static final Parameter SIGNATURE =
      text("signature_block", "Plain text under each message").orNull();
  private static final Parameter DISCLOSURE =
      flag("ai_disclosure", "Whether mail says that an AI wrote it");

  private MailboxTools() {}

  static List<Tool> all() {
    return List.of(
        list(),
        configure(),
        update(),
        create(),
        delete(),
        searchContacts(),
        addContact(),
        deleteContact(),
        suppression(),
        unsuppress());
  }

  private static Tool list() {
    return new Tool(
        "list_mailboxes",
        "List mailboxes",
        "Lists the mailboxes with their ids, addresses and oversight modes.",
        Set.of(Reach.SEE_MAILBOXES),
        Hints.READS,
        List.of(),
        Route.get("/v1/mailboxes"));
  }

  private static Tool configure() {
    return new Tool(
            "configure_mailbox",
            "Set up a mailbox",
            "Changes several settings of a mailbox at once. Anybody may make the mode stricter; the"
                + " rest is the operator's.",
            Set.of(Reach.ANYTHING),
            Hints.TAKES_AWAY,
            List.of(),
            Route.patch(MAILBOX + "/configure"))
        .takes(
            MODE,
            NAME,
            AUTO_CC,
            AUTO_BCC,
            SIGNATURE,
            choice(
                "default_gate_timing",
                "When people approve scheduled mail",
                "gate_first",
                "schedule_first"),
            flag("scheduling_enabled", "Whether mail may be scheduled"),
            DISCLOSURE,
            Common.CODE,
            Common.MAILBOX);
  }

  private static Tool update() {
    return new Tool(
            "update_mailbox",
            "Change a mailbox",
            "Changes settings of a mailbox. Anybody may make the mode stricter; the rest is the"
                + " operator's.",
            Set.of(Reach.ANYTHING),
            Hints.SETS,
            List.of(),
            Route.patch(MAILBOX))
        .takes(
            NAME,
            MODE,
            AUTO_CC,
            AUTO_BCC,
            flag("forward_inbound", "Whether incoming mail is passed on to the overseer"),
            SIGNATURE,
            DISCLOSURE,
            Common.CODE,
            Common.MAILBOX);
  }

  private static Tool create() {
    return new Tool(
            "create_mailbox",
            "Make a mailbox",
            "Makes a mailbox in the mode gated_send. An agent's key needs the operator's code: the"
                + " first call asks for it, the second brings it as approval_code.",
            ADMIN,
            Hints.ADDS,
            List.of(),
            Route.post("/v1/mailboxes").renaming("address_local_part", "address_local"))
        .takes(
            text("address_local_part", "The part before the @, or a whole address").needed(),
            NAME,
            Common.CODE,
            DISCLOSURE);
  }

  private static Tool delete() {
    return new Tool(
            "delete_mailbox",
            "Give a mailbox up",
            "Ends a mailbox for good; its address is never used again.",
            ADMIN,
            Hints.TAKES_AWAY,
            List.of(),
            Route.delete(MAILBOX))
        .takes(Parameter.text("mailbox_id", "Id of the mailbox").needed(), Common.CODE);
  }

  private static Tool searchContacts() {
    return new Tool(
            "search_contacts",
            "Search contacts",
            "Lists contacts whose name or address has this in it.",
            Set.of(Reach.SEE_MAILBOXES),
            Hints.READS,
            List.of(),
            Route.get("/v1/contacts").renaming("query", "q").shown(Shape.LISTED))
        .takes(text("query", "Part of a name or address; all without it"));
  }

  private static Tool addContact() {
    return new Tool(
            "add_contact",
            "Add a contact",
            "Adds a name and an address to the contacts.",
            Set.of(Reach.ANNOTATE),
            Hints.ADDS,
            List.of(),
            Route.post("/v1/contacts"))
        .takes(
            text("name", "Name").needed(),
            text("email", "Address").needed(),
            Parameter.texts("tags", "Words to find it by"));
  }

  private static Tool deleteContact() {
    return new Tool(
            "delete_contact",
            "Delete a contact",
            "Takes a contact away.",
            ADMIN,
            Hints.TAKES_AWAY,
            List.of(),
            Route.delete("/v1/contacts/{contact_id}"))
        .takes(text("contact_id", "Id of the contact").needed());
  }

  private static Tool suppression() {
    return new Tool(
            "list_suppression",
            "List who is not written to",
            "Lists addresses that get no mail any more: they bounced, complained or unsubscribed.",
            ADMIN,
            Hints.READS,
            List.of(),
            Route.get("/v1/suppression"))
        .takes(Common.LIMIT, Common.CURSOR);
  }

  private static Tool unsuppress() {
    return new Tool(
            "remove_suppression",
            "Write to an address again",
            "Takes an address from the list of those that get no mail.",
            ADMIN,
            Hints.TAKES_AWAY,
            List.of(),
            Route.delete("/v1/suppression/{email_address}"))
        .takes(text("email_address", "The address").needed());
  }
}
