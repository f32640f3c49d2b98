package dev.countersign.audit.oversight;

import dev.countersign.audit.Findings;
import dev.countersign.audit.Rule;
import dev.countersign.audit.entries.CallerFacts;
import dev.countersign.audit.entries.Entry;
import dev.countersign.audit.entries.Step;
import dev.countersign.audit.entries.Step.MailboxAsk;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Mode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What messages go by: the mailboxes as last set, and the stop on the whole tenant. */
final class Settings {
  private static final long UNKNOWN = -1;

  private final Map<String, Box> boxes = new HashMap<>();
  private final Before before;
  private boolean stopped;
  private boolean stopSeen;

  Settings(Before before) {
    this.before = before;
  }

  /**
   * A mailbox as last recorded.
   *
   * @param version the last that an entry named
   * @param next how the version goes on from there
   */
  private record Box(Mailbox mailbox, long no, Optional<Long> version, Next next) {
    private static Box seen(Mailbox mailbox, long no) {
      return new Box(mailbox, no, Optional.empty(), Next.SAME_OR_LARGER);
    }

    private Box numbered(long other) {
      return no == UNKNOWN ? new Box(mailbox, other, version, next) : this;
    }
  }

  private enum Next {
    SAME,
    SAME_OR_LARGER,
    LARGER
  }

  boolean stopped() {
    return stopped;
  }

  int mailboxes() {
    return boxes.size();
  }

  /** {@return the mailbox that counts, whatever the step says} */
  Mailbox check(String id, Entry entry, Step.OnMessage on, Findings findings) {
    stop(on.tenantSuspended());
    if (!boxes.containsKey(id) && before.takes()) {
      boxes.put(id, Box.seen(on.mailbox(), UNKNOWN));
    }
    Box box = boxes.get(id);
    if (box == null || !box.mailbox().equals(on.mailbox())) {
      findings.add(
          Rule.SETTINGS_DIFFER,
          box == null
              ? "the mailbox was never created in this log"
              : "the mailbox was not set so when the call was made");
    }
    if (on.tenantSuspended() != stopped) {
      findings.add(
          Rule.STOP_IGNORED,
          stopped ? "the whole tenant was stopped" : "the whole tenant was not stopped");
    }
    if (box == null) {
      return on.mailbox();
    }
    version(id, box, entry, findings);
    return box.mailbox();
  }

  /** A tenant may have been stopped before the log began. */
  private void stop(boolean shown) {
    if (!stopSeen && before.older()) {
      stopped = shown;
    }
    stopSeen = true;
  }

  private void version(String id, Box box, Entry entry, Findings findings) {
    if (entry.policyVersion().isEmpty()) {
      findings.add(Rule.POLICY_VERSION_WRONG, "the entry names no version of the policy");
      return;
    }
    long version = entry.policyVersion().get();
    if (box.version().isPresent() && !follows(box.next(), box.version().get(), version)) {
      findings.add(
          Rule.POLICY_VERSION_WRONG,
          "version " + version + " was not the one in force; the last was " + box.version().get());
    }
    boxes.put(id, new Box(box.mailbox(), box.no(), Optional.of(version), Next.SAME));
  }

  private static boolean follows(Next next, long last, long version) {
    return switch (next) {
      case SAME -> version == last;
      case SAME_OR_LARGER -> version >= last;
      case LARGER -> version > last;
    };
  }

  /** An entry that only names a mailbox says in which mode it is. */
  void named(Entry entry, Findings findings) {
    Box box = entry.mailbox().map(boxes::get).orElse(null);
    if (box != null) {
      if (!entry.mode().equals(Optional.of(box.mailbox().mode()))) {
        findings.add(Rule.SETTINGS_DIFFER, "the mailbox was in another mode then");
      }
      version(entry.mailbox().orElseThrow(), box, entry, findings);
    } else if (entry.mailbox().isPresent() && !before.older()) {
      findings.add(Rule.SETTINGS_DIFFER, "the mailbox was never created in this log");
    }
  }

  void mailbox(Entry entry, Step.OnMailbox on, Findings findings) {
    String id = entry.object().orElse("");
    if (on.before().isPresent() && !boxes.containsKey(id) && before.takes()) {
      boxes.put(id, Box.seen(on.before().get(), on.no()));
    }
    boxes.computeIfPresent(id, (same, known) -> known.numbered(on.no()));
    Box box = boxes.get(id);
    if (on.before().isPresent()) {
      if (box == null || !on.before().get().equals(box.mailbox()) || on.no() != box.no()) {
        findings.add(Rule.STATE_BROKEN, "before this call the mailbox was not as last recorded");
      }
    } else if (box != null && entry.allowed()) {
      findings.add(Rule.STATE_BROKEN, "the mailbox was created before");
    }
    if (box != null) {
      version(id, box, entry, findings);
    }
    if (entry.allowed()) {
      Mailbox after = on.after().orElseThrow();
      loosened(on, after, findings);
      boolean made = on.before().isEmpty();
      Box known = boxes.get(id);
      boxes.put(
          id,
          new Box(
              after,
              on.no(),
              made || known == null ? Optional.empty() : known.version(),
              // Beside what the kernel sees, a mailbox has a name and such.
              on.before().equals(on.after()) ? Next.SAME_OR_LARGER : Next.LARGER));
    }
  }

  /** Counted plainly: who may loosen, and who may lift. */
  private static void loosened(Step.OnMailbox on, Mailbox after, Findings findings) {
    boolean operator = on.caller().map(CallerFacts::operator).orElse(false);
    Mode before = on.before().map(Mailbox::mode).orElse(Mode.GATED_SEND);
    boolean byCode =
        on.asks().stream()
            .anyMatch(
                ask ->
                    ask instanceof MailboxAsk.Ask(var call)
                        && call instanceof MailboxCall.ApplyUpgrade);
    boolean made = on.before().isEmpty();
    if (before.compareTo(after.mode()) < 0 && (made || (!operator && !byCode))) {
      findings.add(
          Rule.AUTONOMY_NEVER_RISES_WITHOUT_OPERATOR,
          "the mailbox became " + after.mode().wire() + " without an operator");
    }
    if (on.before().map(Mailbox::suspended).orElse(false) && !after.suspended() && !operator) {
      findings.add(
          Rule.SUSPENDED_NEVER_SENDS, "a stop was lifted by somebody else than an operator");
    }
  }

  void tenant(Entry entry, Step.OnTenant on, Findings findings) {
    stop(on.before());
    if (on.before() != stopped) {
      findings.add(
          Rule.STATE_BROKEN, "before this call the tenant's stop was not as last recorded");
    }
    if (entry.allowed()) {
      stopped = on.after().orElseThrow();
      if (on.before() && !stopped && !on.caller().map(CallerFacts::operator).orElse(false)) {
        findings.add(
            Rule.SUSPENDED_NEVER_SENDS, "a stop was lifted by somebody else than an operator");
      }
    }
  }
}
