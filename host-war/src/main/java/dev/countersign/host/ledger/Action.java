package dev.countersign.host.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that an entry can be about; the published list of actions is this. */
public enum Action {
  SUBMIT("a message is handed in to be sent"),
  RECEIVE("a message from outside is handed in"),
  SCAN_RESULT("the scanner says what the risk of a message is"),
  APPROVE("a person approves exactly these bytes"),
  REJECT("a person rejects a message"),
  CANCEL("a message is taken back"),
  EDIT("a waiting message gets other content"),
  RESCHEDULE("a message gets another time to be sent"),
  RELEASE("the time of a message has come"),
  EXPIRE("a message has waited too long for its approvals"),
  BEGIN_DISPATCH("a message begins to leave"),
  UNREACHABLE("no mail server could be reached"),
  ACCEPTED("the mail server has taken a message over"),
  FAILED("the mail server has refused a message for good"),
  DEFERRED("the mail server has asked to try again later"),
  OUTCOME_UNKNOWN("nobody knows how a transmission ended"),
  SETTLE("a person says how a transmission ended"),
  REPORT("a delivery report, such as a bounce, says how a transmission ended"),
  BOUNCE("a report says that some recipients did not get a message, and others may have"),
  COMPLAIN("a recipient called a message spam, as his provider reports"),
  READ("a message is read"),
  REPORT_SPAM("a message is called spam"),
  NOT_SPAM("a message is called no spam"),
  SET_TAGS("tags of a message are set or taken off"),
  DOWNLOAD_ATTACHMENT("an attachment is downloaded, by a key or by a link that a key has made"),
  LINK_ATTACHMENT("a link to an attachment is made, which is good without a key for a while"),
  LOOK_AT_THREAD("the messages of a conversation are listed"),
  LOOK_AT_TAGS("tags of a message are shown"),
  LOOK_AT_SPAM("messages that count as spam are listed"),
  DECIDE("a decision that could not be read as an approval or a rejection"),

  CREATE_MAILBOX("a mailbox is made"),
  UPDATE_MAILBOX("several settings of a mailbox are changed together"),
  SET_MODE("a mailbox gets a stricter mode"),
  SET_POLICY("a mailbox gets another policy"),
  APPLY_UPGRADE("a mailbox gets a looser mode by an operator's code"),
  SUSPEND("a mailbox is stopped"),
  LIFT("the stop on a mailbox is lifted"),
  REMOVE("a mailbox is given up"),

  ASK_FOR_CHALLENGE("a puzzle is asked for, to be solved before an account is"),
  SIGN_UP("somebody asks for an account, or for its code once more"),
  CONFIRM_SIGN_UP("somebody brings the code for a new account"),
  CHECK_SLUG("somebody asks whether a short name is free"),
  HAND_OVER_KEYS("a new tenant's overseer opens the link to the keys, or takes them"),
  ADD_KNOWN_RECIPIENT("an operator says that a recipient is known, which releases nothing"),
  REMOVE_KNOWN_RECIPIENT("an operator says that a recipient is known no more"),
  FOUND_TENANT("a tenant begins, with its operator and the operator's key"),
  SUSPEND_ALL("a whole tenant is stopped"),
  LIFT_ALL("the stop on a whole tenant is lifted"),
  UPDATE_ACCOUNT("the account's name, overseer, address or allowances are changed"),
  ADD_CONTACT("somebody is put into the address book"),
  DELETE_CONTACT("somebody is taken out of the address book"),
  CREATE_KEY("an API key is handed out"),
  PATCH_KEY("an API key gets other scopes or another name"),
  REVOKE_KEY("an API key is taken back"),
  REQUEST_CODE("a code is asked for with which an operator lets the caller do one thing"),
  MAKE_SIGNING_KEY("the first key of its owner signs outgoing mail"),
  ROTATE_SIGNING_KEY("a new key signs outgoing mail"),
  REVOKE_SIGNING_KEY("the trust in a signing key is taken back"),
  ROTATE_LOG_KEY("a new key signs the logs"),
  ADD_DOMAIN("a sending domain is taken up"),
  SET_DOMAIN("a sending domain's mail is signed from now on, or not any more"),
  OVERRIDE_DOMAIN("an operator's word is put in place of a domain's score"),
  TAKE_BACK_OVERRIDE("a domain's score counts again"),
  SET_RISK_STANDARD("a tenant gets other thresholds for the risk of domains"),

  GIVE_FEEDBACK("somebody writes to whoever runs the server"),
  SUPPRESS("an address is written to no more"),
  UNSUBSCRIBE("a recipient takes themselves off"),
  OPEN_UNSUBSCRIBE_PAGE("a recipient looks where a link to unsubscribe leads"),
  LIFT_SUPPRESSION("an address may be written to again"),

  SET_RETENTION("a tenant gets another retention policy"),
  PLACE_HOLD("something must not be erased, whatever its age"),
  LIFT_HOLD("a legal hold is lifted"),
  ERASE_EXPIRED("what is past its time is erased under the retention policy"),
  DELETE_ACCOUNT("a tenant is given up, or a code for that is asked for"),

  LOOK_AT_INBOX("messages of a mailbox are listed"),
  LOOK_AT_PENDING("messages that wait for a person are listed"),
  LOOK_AT_MAILBOXES("mailboxes are listed or shown"),
  LOOK_AT_ACCOUNT("the account is shown"),
  LOOK_AT_USAGE("how much was sent, received and asked is shown"),
  LOOK_AT_KNOWN_RECIPIENTS("the recipients that an operator knows are listed"),
  LOOK_AT_CONTACTS("the address book is searched"),
  LOOK_AT_REPUTATION("a mailbox's counters are shown"),
  LOOK_AT_KEYS("API keys are listed"),
  LOOK_AT_DOMAINS("sending domains are listed"),
  LOOK_AT_LEDGER("entries of the ledger are listed"),
  EXPORT_LEDGER("entries of the ledger are exported"),
  LOOK_AT_OVERRIDES("operators' words about domains are listed"),
  LOOK_AT_RISK_STANDARD("a tenant's thresholds for the risk of domains are shown"),
  LOOK_AT_COVERAGE("how far domain intelligence reached is shown"),
  JUDGE_DOMAIN("a domain is judged on request"),
  DRY_RUN_POLICY("a risk threshold is tried on past messages"),
  LOOK_AT_SUPPRESSIONS("addresses that are not written to are listed"),
  LOOK_AT_RETENTION("the retention policy, its runs or legal holds are shown"),
  EXPORT_ACCOUNT("all that an account has is taken along, its mail included"),
  EXPORT_EVIDENCE("the evaluation package is taken along"),
  OPEN_APPROVALS_PAGE("the approvals page is opened; its calls name the key"),

  CREATE_WEBHOOK("events are sent somewhere from now on"),
  REPLAY_WEBHOOK(
      "events are sent again from a place in the log, or go on where they were given up"),
  DELETE_WEBHOOK("events are not sent there any more"),
  DISABLE_WEBHOOK("a sink has failed for too long, and is given up"),
  LOOK_AT_WEBHOOKS("webhooks or their deliveries are listed or shown"),

  START_SERVER("a node begins to answer"),
  STOP_SERVER("a node ends in order"),

  CALL_MCP("the MCP server refuses a call before anything else has heard of it"),
  ASK_FOR_WHAT_IS_NOT_OFFERED("a call for what hosted services offer and this server does not"),
  UNNAMED_CALL("a call for something that has no name in this list"),
  UNMATCHED_CALL("a call to an address that does not exist, under a tenant's key");

  private final String meaning;

  Action(String meaning) {
    this.meaning = meaning;
  }

  /** {@return the word in entries, such as {@code begin_dispatch}} */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String meaning() {
    return meaning;
  }

  public static Optional<Action> ofWire(String wire) {
    return Arrays.stream(values()).filter(action -> action.wire().equals(wire)).findFirst();
  }
}
