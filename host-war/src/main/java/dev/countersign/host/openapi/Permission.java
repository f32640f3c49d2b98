package dev.countersign.host.openapi;

import dev.countersign.host.ledger.Action;
import dev.countersign.kernel.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whose keys a call is open to, as the description says it. The kernel decides; a test of every
 * operation with every kind of key holds the two together.
 *
 * @param anyOf one of these scopes is needed
 * @param operators whether only an operator's key will do
 */
record Permission(List<Scope> anyOf, boolean operators) {
  private static final Permission ANY_KEY = of(Scope.values());
  private static final Permission READERS = of(Scope.READ, Scope.OVERSIGHT);
  private static final Permission SENDERS = of(Scope.SEND);
  private static final Permission OVERSEERS = of(Scope.OVERSIGHT);
  private static final Permission ADMINS = of(Scope.ADMIN);
  private static final Permission OPERATORS = new Permission(List.of(Scope.ADMIN), true);
  private static final Map<Action, Permission> BY_ACTION = new TreeMap<>();

  static {
    allow(READERS, Action.READ, Action.LOOK_AT_INBOX, Action.LOOK_AT_THREAD, Action.LOOK_AT_TAGS);
    allow(READERS, Action.LOOK_AT_SPAM, Action.DOWNLOAD_ATTACHMENT, Action.LINK_ATTACHMENT);
    allow(SENDERS, Action.SUBMIT, Action.RESCHEDULE);
    allow(of(Scope.SEND, Scope.ADMIN), Action.SET_TAGS);
    allow(of(Scope.SEND, Scope.OVERSIGHT), Action.REPORT_SPAM, Action.NOT_SPAM);
    allow(OVERSEERS, Action.DECIDE, Action.APPROVE, Action.REJECT, Action.LOOK_AT_PENDING);
    allow(of(Scope.SEND, Scope.OVERSIGHT), Action.CANCEL);
    allow(
        of(Scope.READ, Scope.OVERSIGHT, Scope.ADMIN),
        Action.LOOK_AT_MAILBOXES,
        Action.LOOK_AT_ACCOUNT,
        Action.LOOK_AT_REPUTATION,
        Action.LOOK_AT_USAGE,
        Action.LOOK_AT_CONTACTS,
        Action.LOOK_AT_KNOWN_RECIPIENTS,
        Action.JUDGE_DOMAIN);
    allow(
        ADMINS,
        Action.LOOK_AT_KEYS,
        Action.LOOK_AT_DOMAINS,
        Action.LOOK_AT_LEDGER,
        Action.EXPORT_LEDGER,
        Action.LOOK_AT_OVERRIDES,
        Action.LOOK_AT_RISK_STANDARD,
        Action.LOOK_AT_COVERAGE,
        Action.DRY_RUN_POLICY,
        Action.LOOK_AT_RETENTION,
        Action.EXPORT_EVIDENCE,
        Action.LOOK_AT_WEBHOOKS,
        Action.LOOK_AT_SUPPRESSIONS,
        Action.CREATE_MAILBOX,
        Action.CREATE_KEY,
        Action.PATCH_KEY,
        Action.REVOKE_KEY,
        Action.CREATE_WEBHOOK,
        Action.DELETE_WEBHOOK);
    allow(
        of(Scope.SEND, Scope.ADMIN),
        Action.ADD_CONTACT,
        Action.SUPPRESS,
        Action.GIVE_FEEDBACK,
        Action.REQUEST_CODE,
        Action.APPLY_UPGRADE);
    allow(of(Scope.OVERSIGHT, Scope.ADMIN), Action.SUSPEND, Action.SUSPEND_ALL);
    allow(ANY_KEY, Action.UPDATE_MAILBOX);
    allow(
        OPERATORS,
        Action.RECEIVE,
        Action.LIFT,
        Action.LIFT_ALL,
        Action.REMOVE,
        Action.ROTATE_SIGNING_KEY,
        Action.REVOKE_SIGNING_KEY,
        Action.ROTATE_LOG_KEY,
        Action.ADD_DOMAIN,
        Action.SET_DOMAIN,
        Action.OVERRIDE_DOMAIN,
        Action.TAKE_BACK_OVERRIDE,
        Action.SET_RISK_STANDARD,
        Action.SET_RETENTION,
        Action.PLACE_HOLD,
        Action.LIFT_HOLD,
        Action.DELETE_ACCOUNT,
        Action.UPDATE_ACCOUNT,
        Action.EXPORT_ACCOUNT,
        Action.DELETE_CONTACT,
        Action.ADD_KNOWN_RECIPIENT,
        Action.REMOVE_KNOWN_RECIPIENT,
        Action.LIFT_SUPPRESSION,
        Action.REPLAY_WEBHOOK);
  }

  Permission {
    anyOf = List.copyOf(anyOf);
  }

  private static Permission of(Scope... scopes) {
    return new Permission(List.of(scopes), false);
  }

  private static void allow(Permission permission, Action... actions) {
    for (var action : actions) {
      if (BY_ACTION.put(action, permission) != null) {
        throw new IllegalStateException(action + " is allowed twice");
      }
    }
  }

  /** {@return who may do this, or nothing for what no call is about} */
  static Optional<Permission> of(Action action) {
    return Optional.ofNullable(BY_ACTION.get(action));
  }
}
