package dev.countersign.audit.entries;

import dev.countersign.audit.entries.Step.MessageAsk;
import dev.countersign.kernel.Arrival;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.SpamVerdict;
import dev.countersign.kernel.Submission;
import java.util.Optional;

/** Reads the calls on messages by the names of the kernel. */
final class MessageAsks {
  private MessageAsks() {}

  static MessageAsk of(Fields step, Fields call) throws Unreadable {
    String name = call.text("name");
    MessageAsk ask =
        switch (name) {
          case "submit" ->
              new MessageAsk.Submit(
                  new Submission(
                      Values.digest(call, "digest"),
                      call.number("send_at"),
                      call.word("gate_timing", GateTiming::ofWire)),
                  call.flag("id_taken"),
                  StepReader.kept(step));
          case "receive" ->
              new MessageAsk.Receive(
                  new Arrival(
                      Values.digest(call, "digest"), call.word("verdict", SpamVerdict::ofWire)),
                  call.flag("id_taken"),
                  step.has("handed_in_by")
                      ? Optional.of(CallerFacts.of(step.object("handed_in_by")))
                      : Optional.empty());
          default -> new MessageAsk.Ask(onMessage(name, call));
        };
    call.end();
    return ask;
  }

  private static MessageCall onMessage(String name, Fields call) throws Unreadable {
    return switch (name) {
      case "scan_result" ->
          new MessageCall.ScanResult(Values.digest(call, "digest"), Values.risk(call));
      case "approve" -> new MessageCall.Approve(Values.digest(call, "digest"));
      case "reject" -> new MessageCall.Reject();
      case "cancel" -> new MessageCall.Cancel();
      case "edit" -> new MessageCall.Edit(Values.digest(call, "digest"), call.number("send_at"));
      case "reschedule" -> new MessageCall.Reschedule(call.number("send_at"));
      case "release" -> new MessageCall.Release();
      case "expire" -> new MessageCall.Expire();
      case "begin_dispatch" -> new MessageCall.BeginDispatch();
      case "unreachable" -> new MessageCall.Unreachable();
      case "accepted" -> new MessageCall.Accepted();
      case "failed" -> new MessageCall.Failed();
      case "deferred" -> new MessageCall.Deferred();
      case "outcome_unknown" -> new MessageCall.OutcomeUnknown();
      case "settle" -> new MessageCall.Settle(call.flag("delivered"));
      case "report" -> new MessageCall.Report(call.flag("delivered"));
      case "read" -> new MessageCall.Read();
      case "report_spam" -> new MessageCall.ReportSpam();
      case "not_spam" -> new MessageCall.NotSpam();
      default -> throw new Unreadable("nobody calls \"" + name + "\" on a message");
    };
  }
}
