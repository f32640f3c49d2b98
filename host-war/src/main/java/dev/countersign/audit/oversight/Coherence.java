package dev.countersign.audit.oversight;

import dev.countersign.audit.Findings;
import dev.countersign.audit.Rule;
import dev.countersign.audit.entries.CallerFacts;
import dev.countersign.audit.entries.Entry;
import dev.countersign.audit.entries.MessageFacts;
import dev.countersign.audit.entries.Step;
import dev.countersign.audit.entries.Step.MessageAsk;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Does an entry agree with itself: what it says beside the step, with the step? */
public final class Coherence {
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private Coherence() {}

  public static void check(Entry entry, Step step, Findings findings) {
    step.caller().ifPresent(caller -> actor(entry, step, caller, findings));
    switch (step) {
      case Step.OnMessage on -> message(entry, on, findings);
      case Step.OnMailbox on -> {
        // A mailbox that is being made was not there before: what it got counts.
        same(
            "oversight_mode", entry.mode(), on.before().or(on::after).map(Mailbox::mode), findings);
        boolean named = on.before().isPresent() || on.after().isPresent();
        if (named && (entry.mailbox().isEmpty() || !entry.mailbox().equals(entry.object()))) {
          findings.add(Rule.FIELDS_DIFFER, "object and mailbox do not name one mailbox");
        }
      }
      default -> {
        // The others have nothing beside the step.
      }
    }
  }

  private static void actor(Entry entry, Step step, CallerFacts caller, Findings findings) {
    // What a key hands in is put to the kernel as the mail server's word.
    boolean handedIn =
        step instanceof Step.OnMessage on
            && on.ask() instanceof MessageAsk.Receive(var arrival, var taken, var by)
            && by.isPresent();
    Optional<Role> wanted = handedIn ? Optional.of(Role.MAIL_SERVER) : entry.actor().role();
    long no = handedIn ? 0 : entry.actor().no().orElse(0L);
    if (!wanted.equals(Optional.of(caller.role())) || no != caller.no()) {
      findings.add(Rule.ACTOR_DIFFERS, "the step was made by another than the entry names");
    }
  }

  private static void message(Entry entry, Step.OnMessage on, Findings findings) {
    same("action", Optional.of(entry.action()), Optional.of(name(on.ask())), findings);
    same("oversight_mode", entry.mode(), Optional.of(on.mailbox().mode()), findings);
    if (on.ask() instanceof MessageAsk.Submit(var submission, var taken, var kept) && !kept) {
      // It shows another message, the one that came of the request before.
      return;
    }
    Optional<MessageFacts> now = on.after().or(on::before);
    same("status", entry.status(), now.map(message -> message.status().wire()), findings);
    same("digest", entry.digest(), now.map(message -> message.digest().hex()), findings);
    same("risk", entry.risk(), now.map(message -> text(message.risk())), findings);
  }

  private static void same(String name, Optional<?> said, Optional<?> done, Findings findings) {
    if (!said.equals(done)) {
      findings.add(Rule.FIELDS_DIFFER, name + " is not that of the step");
    }
  }

  static String name(MessageAsk ask) {
    Object call = ask instanceof MessageAsk.Ask(var asked) ? asked : ask;
    return HUMP.matcher(call.getClass().getSimpleName()).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  static String text(Risk risk) {
    return switch (risk) {
      case Risk.Unknown() -> "unknown";
      case Risk.Unchecked() -> "unchecked";
      case Risk.Known(int thousandths) ->
          thousandths == 1000 ? "1.000" : "0." + String.valueOf(1000 + thousandths).substring(1);
    };
  }
}
