package dev.countersign.conformance.vectors;

import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One table: states, each with what every presenter's every call leads to. */
final class Table {
  private static final List<Mode> MODES = List.of(Mode.values());
  private static final String VISIBLE = "standing: what the caller is shown";

  private final String name;
  private final boolean ofMessages;
  private final List<Presenter> presenters = new ArrayList<>();
  private final List<Caller> callers = new ArrayList<>();
  private final List<String> acts = new ArrayList<>();
  private final List<MessageCall> messageCalls = new ArrayList<>();
  private final List<Act> tenantActs = new ArrayList<>();
  private final Tally tally;
  private int presenter;
  private int act;

  Table(String name, boolean ofMessages, Tally tally) {
    this.name = name;
    this.ofMessages = ofMessages;
    this.tally = tally;
  }

  void presenter(String text) {
    Presenter presenter = Presenter.read(text);
    presenters.add(presenter);
    callers.add(presenter.caller());
  }

  void act(String text) {
    acts.add(text);
    if (ofMessages) {
      messageCalls.add(ActText.messageCall(text));
    } else {
      tenantActs.add(ActText.read(text));
    }
  }

  /** Compares one line; stops at its first difference. */
  void line(String line) {
    int bar = line.indexOf('|');
    Rows rows = RowText.rows(line.substring(0, bar));
    tally.states++;
    try {
      if (ofMessages) {
        messageLine(rows, line, bar + 1);
      } else {
        tenantLine(rows, line, bar + 1);
      }
    } catch (KernelFailed failed) {
      tally.found(failed.difference(rows, words()));
    }
  }

  private void messageLine(Rows rows, String line, int at) {
    Message message = Rows.present(rows.messages(), 1);
    Mailbox box = rows.mailboxOfMessage(1);
    View view = View.of(rows.now(), box, rows.suspended());
    if (name.startsWith("bound ")) {
      tally.bound.add(Bound.of(rows.now(), box, message, rows.suspended()));
    }
    String standing = line.substring(at, at + 4);
    if (!standing.equals(standing(view, message))) {
      String words = "standing: governing mode, approvals needed and given, awaits a decision";
      tally.found(
          new Difference(rows.toString(), List.of(), words, standing, standing(view, message)));
      return;
    }
    int outcomes = at + 4 + presenters.size();
    if (line.charAt(outcomes) != '|') {
      throw new IllegalArgumentException("not one mark for each presenter");
    }
    Tokens tokens = new Tokens(line, outcomes + 1);
    for (presenter = 0; presenter < presenters.size(); presenter++) {
      Caller caller = callers.get(presenter);
      boolean shown = RowText.bit(line.substring(at + 4 + presenter, at + 5 + presenter));
      if (shown != Oversight.visible(view, caller, message)) {
        tally.found(
            new Difference(
                rows.toString(), List.of(), VISIBLE + " " + caller, "" + shown, "" + !shown));
        return;
      }
      for (act = 0; act < acts.size(); act++) {
        Decision<Message> expected = tokens.next(text -> RowText.message("1", text));
        MessageCall call = messageCalls.get(act);
        Decision<Message> actual =
            KernelFailed.ifItThrows(() -> Oversight.step(view, caller, message, call));
        tally.steps++;
        if (!expected.equals(actual)) {
          tally.found(Difference.of(rows.toString(), words(), expected, actual));
          return;
        }
      }
    }
    tokens.finish();
  }

  private void tenantLine(Rows rows, String line, int at) {
    Tokens tokens = new Tokens(line, at);
    for (presenter = 0; presenter < presenters.size(); presenter++) {
      Rows entered = presenters.get(presenter).enter(rows);
      for (act = 0; act < acts.size(); act++) {
        Decision<Rows> expected = tokens.next(RowText::rows);
        Decision<Rows> actual = asked(entered);
        tally.steps++;
        if (!expected.equals(actual)) {
          tally.found(Difference.of(entered.toString(), words(), expected, actual));
          return;
        }
      }
    }
    tokens.finish();
  }

  private Decision<Rows> asked(Rows rows) {
    Caller caller = callers.get(presenter);
    return KernelFailed.ifItThrows(() -> tenantActs.get(act).on(rows, caller));
  }

  private String words() {
    return Objects.toString(callers.get(presenter)) + ": " + acts.get(act);
  }

  private static String standing(View view, Message message) {
    return ""
        + MODES.indexOf(Oversight.governing(view, message))
        + Oversight.needed(view, message)
        + Oversight.approved(message)
        + (Oversight.awaitsDecision(view, message) ? 1 : 0);
  }
}
