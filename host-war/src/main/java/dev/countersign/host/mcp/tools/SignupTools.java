package dev.countersign.host.mcp.tools;

import static dev.countersign.host.mcp.tools.Parameter.text;
import static dev.countersign.host.mcp.tools.Parameter.yes;

import dev.countersign.host.desk.asked.Reach;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Signing up another account; the calls behind these need no key of their own. */
final class SignupTools {
  private static final Set<Reach> ANY = Set.of(Reach.ANYTHING);
  private static final String[] FIRST_MODES = {"gated_all", "gated_send", "monitored"};

  private SignupTools() {}

  static List<Tool> all() {
    return List.of(challenge(), create(), resend(), activate(), setup());
  }

  private static Tool challenge() {
    return new Tool(
            "request_challenge",
            "Ask for a proof-of-work challenge",
            "The first step of signing up: solve it, and send the solution with create_account.",
            ANY,
            Hints.ADDS,
            List.of(),
            Route.post("/v1/account/challenge"))
        .takes(text("oversight_email", "Where the overseer is reached"));
  }

  private static Tool create() {
    return new Tool(
            "create_account",
            "Sign up",
            "Signs up. The overseer gets a code by mail; activate_account takes it.",
            ANY,
            Hints.ADDS,
            List.of(),
            Route.post("/v1/account"))
        .takes(
            text("operator_name", "Who is responsible").needed(),
            text("oversight_email", "Where the overseer is reached").needed(),
            yes("accepted_tos", "The terms are accepted").needed(),
            yes("accepted_operator_agreement", "So is the operator's agreement").needed(),
            yes("accepted_anti_spam_policy", "So is the rule against spam").needed(),
            Parameter.object("pow_solution", "The solved challenge", solution()).needed(),
            text("slug", "The account's name in addresses"),
            text("physical_address", "Postal address"),
            text("use_case", "What it is for"),
            Parameter.choice("oversight_mode", "Mode of the first mailbox", FIRST_MODES));
  }

  private static Map<String, Object> solution() {
    return Map.of(
        "algorithm", Map.of("type", "string"),
        "challenge", Map.of("type", "string"),
        "number", Map.of("type", "integer"),
        "salt", Map.of("type", "string"),
        "signature", Map.of("type", "string"));
  }

  private static Tool resend() {
    return new Tool(
            "resend_confirmation",
            "Send the code again",
            "Sends the code for a new account once more.",
            ANY,
            Hints.ADDS,
            List.of(),
            Route.post("/v1/account/resend-confirmation"))
        .takes(text("oversight_email", "Where the overseer is reached").needed());
  }

  private static Tool activate() {
    return new Tool(
            "activate_account",
            "Activate an account",
            "Takes the code from the overseer's mail; the answer shows the new key once.",
            ANY,
            Hints.ADDS,
            List.of(),
            Route.post("/v1/confirm"))
        .takes(text("code", "The code").needed());
  }

  private static Tool setup() {
    return new Tool(
        "setup_multimail",
        "Show what this key can do here",
        "Shows the account behind the key, as a first look around. list_mailboxes has the"
            + " mailboxes; the tools that are listed are those that this key may use.",
        Set.of(Reach.SEE_MAILBOXES),
        Hints.READS,
        List.of(),
        Route.get("/v1/account"));
  }
}
