package dev.countersign.audit.entries;

import dev.countersign.audit.entries.Step.KeyAsk;
import dev.countersign.audit.entries.Step.MailboxAsk;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Sight;
import dev.countersign.kernel.TenantCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code step}. */
final class StepReader {
  private final Fields fields;

  private StepReader(Fields fields) {
    this.fields = fields;
  }

  static Step of(Fields fields) throws Unreadable {
    String kind = fields.text("kind");
    var reader = new StepReader(fields);
    Step step =
        switch (kind) {
          case "message" -> reader.message();
          case "mailbox" -> reader.mailbox();
          case "tenant" -> reader.tenant();
          case "key" -> reader.key();
          case "operate" -> reader.operate();
          case "annotate" -> reader.annotate();
          case "act" -> reader.byCode();
          case "code" -> reader.code();
          case "look" -> reader.look();
          default -> throw new Unreadable("a step is not of the kind \"" + kind + "\"");
        };
    fields.end();
    return step;
  }

  private long now() throws Unreadable {
    return fields.number("now");
  }

  private Optional<CallerFacts> caller() throws Unreadable {
    return Optional.of(CallerFacts.of(fields.object("caller")));
  }

  private Optional<Fields> before(boolean there) throws Unreadable {
    if (fields.has("before") != there) {
      throw new Unreadable("step.before " + (there ? "is missing" : "should not be there"));
    }
    return there ? Optional.of(fields.object("before")) : Optional.empty();
  }

  private Optional<Fields> after() throws Unreadable {
    return fields.has("after") ? Optional.of(fields.object("after")) : Optional.empty();
  }

  private Optional<Boolean> afterFlag() throws Unreadable {
    return fields.has("after") ? Optional.of(fields.flag("after")) : Optional.empty();
  }

  /** Only calls that can come to nothing may say so. */
  static boolean kept(Fields step) throws Unreadable {
    if (!step.has("kept")) {
      return true;
    }
    if (step.flag("kept")) {
      throw new Unreadable("step.kept is false or not there");
    }
    return false;
  }

  private Step message() throws Unreadable {
    var call = fields.object("call");
    var ask = MessageAsks.of(fields, call);
    var before = before(ask instanceof Step.MessageAsk.Ask);
    var after = after();
    return new Step.OnMessage(
        now(),
        caller(),
        Values.mailbox(fields.object("mailbox")),
        fields.flag("tenant_suspended"),
        ask,
        before.isPresent() ? Optional.of(MessageFacts.of(before.get())) : Optional.empty(),
        after.isPresent() ? Optional.of(MessageFacts.of(after.get())) : Optional.empty());
  }

  private Step mailbox() throws Unreadable {
    List<MailboxAsk> asks = new ArrayList<>();
    for (Object element : fields.list("calls")) {
      asks.add(MailboxAsks.of(fields.element("calls", element)));
    }
    boolean creates = asks.stream().anyMatch(MailboxAsk.Create.class::isInstance);
    if ((asks.isEmpty() && !fields.has("before")) || (creates && asks.size() > 1)) {
      throw new Unreadable("step.calls creates a mailbox or calls on one");
    }
    return new Step.OnMailbox(
        now(),
        caller(),
        fields.number("mailbox_no"),
        List.copyOf(asks),
        mailbox(before(!creates)),
        mailbox(after()));
  }

  private static Optional<Mailbox> mailbox(Optional<Fields> fields) throws Unreadable {
    return fields.isPresent() ? Optional.of(Values.mailbox(fields.get())) : Optional.empty();
  }

  private Step tenant() throws Unreadable {
    var call = fields.object("call");
    TenantCall asked =
        call.word(
            "name",
            word ->
                switch (word) {
                  case "suspend_all" -> Optional.of(new TenantCall.SuspendAll());
                  case "lift_all" -> Optional.of(new TenantCall.LiftAll());
                  default -> Optional.empty();
                });
    call.end();
    return new Step.OnTenant(caller(), asked, fields.flag("before"), afterFlag());
  }

  private Step key() throws Unreadable {
    KeyAsk ask = KeyAsks.of(fields.object("call"));
    boolean there = ask instanceof KeyAsk.Patch || ask instanceof KeyAsk.Revoke;
    var before = before(there);
    var after = after();
    return new Step.OnKey(
        now(),
        ask instanceof KeyAsk.Found ? Optional.empty() : caller(),
        fields.optionalNumber("key_no"),
        ask,
        before.isPresent() ? Optional.of(KeyFacts.of(before.get())) : Optional.empty(),
        after.isPresent() ? Optional.of(KeyFacts.of(after.get())) : Optional.empty());
  }

  private Step operate() throws Unreadable {
    named("operate").end();
    return new Step.Operate(caller(), kept(fields), afterFlag());
  }

  private Step annotate() throws Unreadable {
    named("annotate").end();
    return new Step.Annotate(caller(), kept(fields), afterFlag());
  }

  private Step byCode() throws Unreadable {
    var call = fields.object("call");
    boolean confirms =
        call.word(
            "name",
            word ->
                switch (word) {
                  case "operate" -> Optional.of(false);
                  case "confirm" -> Optional.of(true);
                  default -> Optional.empty();
                });
    var act = Values.digest(call, "act");
    var by = Values.presented(call);
    call.end();
    return new Step.ByCode(now(), caller(), confirms, act, by, kept(fields), afterFlag());
  }

  private Step code() throws Unreadable {
    var call = named("request_code");
    var purpose = Values.purpose(call.object("purpose"));
    call.end();
    var concerned =
        fields.has("mailbox") ? Optional.of(fields.object("mailbox")) : Optional.<Fields>empty();
    var after = after();
    return new Step.OnCode(
        now(),
        caller(),
        purpose,
        mailbox(concerned),
        after.isPresent() ? Optional.of(CodeFacts.of(after.get())) : Optional.empty());
  }

  private Fields named(String name) throws Unreadable {
    var call = fields.object("call");
    if (!call.text("name").equals(name)) {
      throw new Unreadable("the call of this step is not " + name);
    }
    return call;
  }

  private Step look() throws Unreadable {
    var call = named("look");
    var sight =
        call.word(
            "sight",
            word -> {
              for (Sight known : Sight.values()) {
                if (known.name().toLowerCase(Locale.ROOT).equals(word)) {
                  return Optional.of(known);
                }
              }
              return Optional.empty();
            });
    call.end();
    return new Step.Look(caller(), sight, afterFlag());
  }
}
