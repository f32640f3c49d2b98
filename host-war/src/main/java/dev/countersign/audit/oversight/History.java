package dev.countersign.audit.oversight;

import dev.countersign.audit.Findings;
import dev.countersign.audit.Rule;
import dev.countersign.audit.entries.Entry;
import dev.countersign.audit.entries.MessageFacts;
import dev.countersign.audit.entries.Step;
import dev.countersign.audit.entries.Step.MessageAsk;
import dev.countersign.kernel.Mailbox;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every message, mailbox and key was after its last entry. Each entry must go on from there:
 * otherwise something changed that was not recorded.
 */
public final class History {
  /** What cannot happen without a kernel's call. {@code submit} can: a request that is repeated. */
  private static final Set<String> CHANGES =
      Set.of(
          "receive",
          "scan_result",
          "approve",
          "reject",
          "cancel",
          "edit",
          "reschedule",
          "release",
          "expire",
          "begin_dispatch",
          "unreachable",
          "accepted",
          "failed",
          "deferred",
          "outcome_unknown",
          "settle",
          "report",
          "read",
          "report_spam",
          "not_spam",
          "create_mailbox",
          "update_mailbox",
          "set_mode",
          "set_policy",
          "suspend",
          "lift",
          "remove",
          "apply_upgrade",
          "suspend_all",
          "lift_all",
          "create_key",
          "patch_key",
          "revoke_key",
          "request_code",
          "found_tenant");

  private final Map<String, Tracked> messages = new HashMap<>();
  private final Before before = new Before();
  private final Credentials credentials = new Credentials(before);
  private final OperatorCodes codes = new OperatorCodes();
  private final Settings settings = new Settings(before);
  private long departures;

  /** A message, as last recorded, and how it came there. */
  private static final class Tracked {
    private final String mailbox;
    private final Journey journey;
    private MessageFacts last;

    private Tracked(String mailbox, MessageFacts last, Journey journey) {
      this.mailbox = mailbox;
      this.last = last;
      this.journey = journey;
    }
  }

  /** Follows the log by one entry. */
  public void follow(long index, Entry entry, Findings findings) {
    if (index == 0) {
      before.begin(entry);
    }
    if (entry.step().isEmpty()) {
      withoutStep(entry, findings);
      return;
    }
    Step step = entry.step().get();
    credentials.check(entry, step, findings);
    codes.check(entry, step, findings);
    switch (step) {
      case Step.OnMessage on -> message(entry, on, findings);
      case Step.OnMailbox on -> settings.mailbox(entry, on, findings);
      case Step.OnTenant on -> settings.tenant(entry, on, findings);
      case Step.OnKey on -> credentials.key(index, entry, on, findings);
      case Step.Operate on -> settings.named(entry, findings);
      case Step.Annotate on -> settings.named(entry, findings);
      case Step.ByCode on -> settings.named(entry, findings);
      case Step.OnCode on -> settings.named(entry, findings);
      case Step.Look on -> settings.named(entry, findings);
    }
  }

  /** {@return how many keys, mailboxes and messages were there before the log began} */
  public long fromBefore() {
    return before.taken();
  }

  public long messages() {
    return messages.size();
  }

  public long mailboxes() {
    return settings.mailboxes();
  }

  /** {@return how many times a message began to leave} */
  public long departures() {
    return departures;
  }

  private void withoutStep(Entry entry, Findings findings) {
    if (entry.allowed() && CHANGES.contains(entry.action())) {
      findings.add(Rule.STEP_MISSING, entry.action() + " is recorded without the kernel's call");
    }
    asLastRecorded(entry, findings);
  }

  private void asLastRecorded(Entry entry, Findings findings) {
    if (entry.status().isEmpty() && entry.digest().isEmpty()) {
      return;
    }
    Tracked known = entry.object().map(messages::get).orElse(null);
    boolean same =
        (known == null && before.older())
            || (known != null
                && entry.status().equals(Optional.of(known.last.status().wire()))
                && entry.digest().equals(Optional.of(known.last.digest().hex())));
    if (!same) {
      findings.add(Rule.STATE_BROKEN, "the message was not as this entry shows it");
    }
  }

  private void message(Entry entry, Step.OnMessage on, Findings findings) {
    String box = entry.mailbox().orElse("");
    Mailbox inForce = settings.check(box, entry, on, findings);
    Tracked known = entry.object().map(messages::get).orElse(null);
    if (on.ask() instanceof MessageAsk.Submit(var submission, var taken, var kept) && !kept) {
      asLastRecorded(entry, findings);
      return;
    }
    if (on.ask() instanceof MessageAsk.Ask) {
      if (known == null && before.takes()) {
        known = carriedOver(entry, on, box);
      }
      if (known == null || !known.last.equals(on.before().orElseThrow())) {
        findings.add(
            Rule.STATE_BROKEN,
            known == null
                ? "the message was never handed in"
                : "before this call the message was not as the entry before left it");
      }
      if (known != null && !known.mailbox.equals(box)) {
        findings.add(Rule.STATE_BROKEN, "the message is of another mailbox");
      }
    } else if (entry.allowed() && known != null) {
      findings.add(Rule.STATE_BROKEN, "the message was handed in before");
    }
    if (entry.allowed()) {
      allowed(entry, on, box, inForce, known, findings);
    }
  }

  private Tracked carriedOver(Entry entry, Step.OnMessage on, String box) {
    MessageFacts shown = on.before().orElseThrow();
    var tracked = new Tracked(box, shown, Journey.carriedOver(on, shown));
    entry.object().ifPresent(id -> messages.put(id, tracked));
    return tracked;
  }

  private void allowed(
      Entry entry,
      Step.OnMessage on,
      String box,
      Mailbox inForce,
      @Nullable Tracked known,
      Findings findings) {
    MessageFacts after = on.after().orElseThrow();
    Tracked tracked =
        known == null
            ? new Tracked(box, after, Journey.begun(on, on.before().orElse(after)))
            : known;
    tracked.last = after;
    entry.object().ifPresent(id -> messages.putIfAbsent(id, tracked));
    if (on.ask() instanceof MessageAsk.Ask(var call)) {
      boolean left = tracked.journey.go(on, call, inForce, settings.stopped(), findings);
      departures += left ? 1 : 0;
    }
  }
}
