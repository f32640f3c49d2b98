package dev.countersign.audit.oversight;

import dev.countersign.audit.Findings;
import dev.countersign.audit.Rule;
import dev.countersign.audit.entries.CodeFacts;
import dev.countersign.audit.entries.Entry;
import dev.countersign.audit.entries.Step;
import dev.countersign.audit.entries.Step.KeyAsk;
import dev.countersign.audit.entries.Step.MailboxAsk;
import dev.countersign.kernel.Code;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Presented;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The operator's codes that were asked for and not used yet. */
final class OperatorCodes {
  private final Set<CodeFacts> out = new HashSet<>();

  /** Was every code that an entry shows asked for before, for exactly this, and never used? */
  void check(Entry entry, Step step, Findings findings) {
    for (Code code : presented(step)) {
      var shown = CodeFacts.of(code);
      if (!out.contains(shown)) {
        findings.add(
            Rule.CODE_STANDS_FOR_ONE_ACT_ONCE,
            "the code that was presented is none that was asked for and not used yet");
      } else if (entry.allowed() && kept(step)) {
        out.remove(shown);
      }
    }
    if (step instanceof Step.OnCode on) {
      on.after().ifPresent(out::add);
    }
  }

  private static boolean kept(Step step) {
    return !(step instanceof Step.ByCode on) || on.kept();
  }

  private static List<Code> presented(Step step) {
    return (switch (step) {
          case Step.OnMailbox on -> on.asks().stream().map(OperatorCodes::by);
          case Step.OnKey on -> Stream.of(by(on.ask()));
          case Step.ByCode on -> Stream.of(on.by());
          default -> Stream.<Presented>empty();
        })
        .filter(Presented.WithCode.class::isInstance)
        .map(by -> ((Presented.WithCode) by).code())
        .toList();
  }

  private static Presented by(MailboxAsk ask) {
    return switch (ask) {
      case MailboxAsk.Create create -> create.by();
      case MailboxAsk.Ask(MailboxCall.ApplyUpgrade upgrade) -> upgrade.by();
      case MailboxAsk.Ask other -> new Presented.None();
    };
  }

  private static Presented by(KeyAsk ask) {
    return switch (ask) {
      case KeyAsk.Create create -> create.by();
      case KeyAsk.Patch patch -> patch.by();
      case KeyAsk.Revoke revoke -> revoke.by();
      case KeyAsk.Found found -> new Presented.None();
    };
  }
}
