package dev.countersign.conformance.audit;

import dev.countersign.kernel.Arrival;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Code;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Purpose;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scopes;
import dev.countersign.kernel.Sight;
import dev.countersign.kernel.SpamVerdict;
import dev.countersign.kernel.Submission;
import dev.countersign.kernel.TenantCall;
import dev.countersign.kernel.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A tenant that lives by the kernel, and writes down every call as the ledger's shape asks. */
final class World {
  static final long BEGIN = 1_760_000_000_000L;
  static final Policy POLICY = new Policy(1, 300, true, 86_400_000L, true, 3);
  private static final Digest SECRET = new Digest(0, 0, 0, 0);
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** Somebody with a key; {@code id} is that of the principal. */
  record Holder(String id, Principal who, String keyId) {}

  final List<Sheet> sheets = new ArrayList<>();
  final Map<String, Message> messages = new LinkedHashMap<>();
  final Map<String, Key> keys = new LinkedHashMap<>();

  /** Those that are out, oldest first. */
  final List<Code> codes = new ArrayList<>();

  final Holder operator = holder(Role.OPERATOR, 1);
  final Holder agent = holder(Role.AGENT, 2);
  final Holder ann = holder(Role.PERSON, 3);
  final Holder ben = holder(Role.PERSON, 4);
  private final Holder helper = holder(Role.AGENT, 5);
  final String box = "mbx_" + ulid(BEGIN, 7);
  Mailbox mailbox = new Mailbox(Mode.GATED_SEND, POLICY, false, false);
  long version;
  boolean stopped;
  long now = BEGIN;
  private long serial;
  private long written;

  World() {
    found();
    grant(agent, new Scopes(true, true, false, false));
    grant(ann, new Scopes(false, false, true, false));
    grant(ben, new Scopes(false, false, true, false));
    createMailbox();
  }

  private static Holder holder(Role role, long no) {
    return new Holder("pri_" + ulid(BEGIN, no), new Principal(role, no), "key_" + ulid(BEGIN, no));
  }

  static String ulid(long time, long number) {
    var text = new StringBuilder();
    for (int i = 9; i >= 0; i--) {
      text.append(ALPHABET.charAt((int) (time >>> (5 * i)) & 31));
    }
    for (int i = 15; i >= 0; i--) {
      text.append(i > 11 ? '0' : ALPHABET.charAt((int) (number >>> (5 * i)) & 31));
    }
    return text.toString();
  }

  static Digest digest(long number) {
    return new Digest(number, 1, 2, 3);
  }

  Message message(String id) {
    return Objects.requireNonNull(messages.get(id), id);
  }

  private Key key(Holder holder) {
    return Objects.requireNonNull(keys.get(holder.keyId()), holder.keyId());
  }

  Caller caller(Holder holder) {
    return Caller.presenting(holder.who(), key(holder));
  }

  private void found() {
    var key = Key.founding(operator.who());
    keys.put(operator.keyId(), key);
    var step = step("key", Spelling.named("found_tenant"));
    step.put("after", Spelling.key(key));
    write("found_tenant", operator, Optional.of(operator.keyId()), step, Optional.empty());
  }

  private void grant(Holder holder, Scopes scopes) {
    var by = caller(operator);
    var decision = Authority.createKey(now, false, by, holder.who(), scopes, new Presented.None());
    var call = Spelling.named("create_key");
    call.put("id_taken", false);
    call.put("holder", Spelling.principal(holder.who()));
    call.put("scopes", Spelling.scopes(scopes));
    var step = step("key", call);
    step.put("caller", Spelling.caller(by));
    if (decision instanceof Decision.Allowed<Key>(Key key)) {
      keys.put(holder.keyId(), key);
      step.put("after", Spelling.key(key));
    }
    write("create_key", operator, Optional.of(holder.keyId()), step, refusal(decision));
  }

  /** An agent that administers, and is no operator. */
  Holder helper() {
    if (!keys.containsKey(helper.keyId())) {
      grant(helper, new Scopes(false, false, false, true));
    }
    return helper;
  }

  /** Somebody asks for a code to do this. */
  void askCode(Holder by, long act) {
    var caller = caller(by);
    var purpose = new Purpose.Operate(digest(act));
    var decision = Authority.requestCode(now, false, caller, purpose, SECRET, Optional.empty());
    var call = Spelling.named("request_code");
    call.put("purpose", Spelling.purpose(purpose));
    var step = step("code", call);
    step.put("caller", Spelling.caller(caller));
    if (decision instanceof Decision.Allowed<Code>(Code code)) {
      codes.add(code);
      step.put("after", Spelling.code(code));
    }
    write("request_code", by, Optional.empty(), step, refusal(decision));
  }

  /** Somebody does this in the operator's place, with the code that was asked for last. */
  void act(Holder by, long act, boolean right) {
    var caller = caller(by);
    Presented shown =
        codes.isEmpty()
            ? new Presented.None()
            : new Presented.WithCode(codes.getLast(), right ? SECRET : digest(77));
    var decision = Authority.operate(now, caller, digest(act), shown);
    var call = Spelling.named("operate");
    call.put("act", digest(act).hex());
    if (!codes.isEmpty()) {
      var presented = Spelling.code(codes.getLast());
      presented.put("matches", right);
      call.put("presented", presented);
    }
    var step = step("act", call);
    step.put("caller", Spelling.caller(caller));
    if (decision instanceof Decision.Allowed<Boolean>) {
      if (!codes.isEmpty()) {
        codes.removeLast();
      }
      step.put("after", true);
    }
    write("create_webhook", by, Optional.empty(), step, refusal(decision));
  }

  void revoke(Holder by, Holder whose) {
    var key = key(whose);
    var caller = caller(by);
    var decision = Authority.revokeKey(now, key, whose.who().id(), caller, new Presented.None());
    var step = step("key", Spelling.named("revoke_key"));
    step.put("caller", Spelling.caller(caller));
    step.put("key_no", whose.who().id());
    step.put("before", Spelling.key(key));
    if (decision instanceof Decision.Allowed<Key>(Key next)) {
      keys.put(whose.keyId(), next);
      step.put("after", Spelling.key(next));
    }
    write("revoke_key", by, Optional.of(whose.keyId()), step, refusal(decision));
  }

  private void createMailbox() {
    var by = caller(operator);
    var decision =
        Authority.createMailbox(now, false, by, 9, mailbox.mode(), POLICY, new Presented.None());
    var call = Spelling.named("create_mailbox");
    call.put("id_taken", false);
    call.put("mode", mailbox.mode().wire());
    call.put("policy", Spelling.policy(POLICY));
    var step = mailboxStep(by, List.of(call));
    step.put("after", Spelling.mailbox(((Decision.Allowed<Mailbox>) decision).next()));
    write("create_mailbox", operator, Optional.of(box), step, Optional.empty());
    inForce(mailbox);
    version = 1;
  }

  /** Several calls on the mailbox, together or not at all. */
  void change(Holder by, MailboxCall... calls) {
    var caller = caller(by);
    var before = mailbox;
    Decision<Mailbox> decision = new Decision.Allowed<>(before);
    for (var call : calls) {
      if (decision instanceof Decision.Allowed<Mailbox>(Mailbox sofar)) {
        decision = Authority.step(now, sofar, 9, caller, call);
      }
    }
    var step = mailboxStep(caller, List.of(calls).stream().map(Spelling::call).toList());
    step.put("before", Spelling.mailbox(before));
    if (decision instanceof Decision.Allowed<Mailbox>(Mailbox next)) {
      step.put("after", Spelling.mailbox(next));
      mailbox = next;
    }
    write("update_mailbox", by, Optional.of(box), step, refusal(decision));
    inForce(before);
    version += mailbox.equals(before) ? 0 : 1;
  }

  private Map<String, Object> mailboxStep(Caller caller, List<?> calls) {
    Map<String, Object> step = new TreeMap<>();
    step.put("kind", "mailbox");
    step.put("now", now);
    step.put("mailbox_no", 9);
    step.put("caller", Spelling.caller(caller));
    step.put("calls", calls);
    return step;
  }

  void tenant(Holder by, TenantCall call) {
    var caller = caller(by);
    var decision = Authority.tenant(stopped, caller, call);
    Map<String, Object> step = new TreeMap<>();
    step.put("kind", "tenant");
    step.put("caller", Spelling.caller(caller));
    step.put("call", Spelling.named(Spelling.name(call)));
    step.put("before", stopped);
    if (decision instanceof Decision.Allowed<Boolean>(Boolean next)) {
      stopped = next;
      step.put("after", next);
    }
    write(Spelling.name(call), by, Optional.of(WrittenLog.TENANT), step, refusal(decision));
  }

  void look(Holder by, Sight sight) {
    var caller = caller(by);
    var decision = Authority.look(caller, sight);
    var call = Spelling.named("look");
    call.put("sight", sight.name().toLowerCase(Locale.ROOT));
    Map<String, Object> step = new TreeMap<>();
    step.put("kind", "look");
    step.put("caller", Spelling.caller(caller));
    step.put("call", call);
    if (decision instanceof Decision.Allowed<Boolean>) {
      step.put("after", true);
    }
    write("look_at_" + call.get("sight"), by, Optional.empty(), step, refusal(decision));
  }

  /** A domain that may not be there: then the kernel's leave comes to nothing. */
  void operate(Holder by, boolean there) {
    leave("operate", Authority.operate(caller(by)), by, there);
  }

  /** A tag on a message that may not be there. */
  void annotate(Holder by, boolean there) {
    leave("annotate", Authority.annotate(caller(by)), by, there);
  }

  private void leave(String kind, Decision<Boolean> decision, Holder by, boolean there) {
    Map<String, Object> step = new TreeMap<>();
    step.put("kind", kind);
    step.put("caller", Spelling.caller(caller(by)));
    step.put("call", Spelling.named(kind));
    Optional<String> why = refusal(decision);
    if (why.isEmpty()) {
      step.put("after", true);
      if (!there) {
        step.put("kept", false);
        why = Optional.of("not_found");
      }
    }
    write("set_domain", by, Optional.empty(), step, why);
  }

  /** A call that the kernel never hears of. */
  void unheard() {
    Map<String, Object> entry = entry("look_at_account", Optional.empty());
    entry.put("actor", new TreeMap<>(Map.of("id", "anonymous", "role", "anonymous")));
    entry.put("outcome", "refused");
    entry.put("reason", "unauthorized");
    sheets.add(new Sheet(entry, "server", Optional.of("a \"name\" that was typed")));
  }

  String submit(Holder by, long bytes, long sendAt) {
    String id = "em_" + ulid(now, ++serial);
    var caller = caller(by);
    var submission = new Submission(digest(bytes), sendAt, GateTiming.GATE_FIRST);
    var decision = Oversight.submit(now, mailbox, stopped, false, caller, submission);
    var call = Spelling.named("submit");
    call.put("digest", digest(bytes).hex());
    call.put("send_at", sendAt);
    call.put("gate_timing", "gate_first");
    call.put("id_taken", false);
    message("submit", by, id, caller, call, Optional.empty(), decision, new TreeMap<>());
    return id;
  }

  String receive(long bytes) {
    String id = "em_" + ulid(now, ++serial);
    var server = Caller.system(Role.MAIL_SERVER);
    var arrival = new Arrival(digest(bytes), SpamVerdict.CLEAN);
    var decision = Oversight.receive(now, mailbox, stopped, false, server, arrival);
    var call = Spelling.named("receive");
    call.put("digest", digest(bytes).hex());
    call.put("verdict", "clean");
    call.put("id_taken", false);
    Map<String, Object> more = new TreeMap<>();
    more.put("handed_in_by", Spelling.caller(caller(operator)));
    message("receive", operator, id, server, call, Optional.empty(), decision, more);
    return id;
  }

  /** Mail that came to the server's own mail server: nobody handed it in. */
  String arrive(long bytes) {
    String id = "em_" + ulid(now, ++serial);
    var caller = Caller.system(Role.MAIL_SERVER);
    var arrival = new Arrival(digest(bytes), SpamVerdict.FLAGGED);
    var decision = Oversight.receive(now, mailbox, stopped, false, caller, arrival);
    var call = Spelling.named("receive");
    call.put("digest", digest(bytes).hex());
    call.put("verdict", "flagged");
    call.put("id_taken", false);
    var server = new Holder(Role.MAIL_SERVER.wire(), new Principal(Role.MAIL_SERVER, 0), "");
    message("receive", server, id, caller, call, Optional.empty(), decision, new TreeMap<>());
    return id;
  }

  /** The same request once more: the kernel allows it, and nothing comes of it. */
  void again(String id) {
    var caller = caller(agent);
    var submission = new Submission(digest(1), 0, GateTiming.GATE_FIRST);
    var decision = Oversight.submit(now, mailbox, stopped, false, caller, submission);
    if (decision instanceof Decision.Allowed<Message>(Message next)) {
      var call = Spelling.named("submit");
      call.put("digest", digest(1).hex());
      call.put("send_at", 0);
      call.put("gate_timing", "gate_first");
      call.put("id_taken", false);
      var step = messageStep(caller, call);
      step.put("after", Spelling.message(next));
      step.put("kept", false);
      write("submit", agent, Optional.of(id), step, Optional.empty());
      inForce(mailbox);
      about(message(id));
    }
  }

  void call(Holder by, String id, MessageCall call) {
    step(by, by.who().role(), caller(by), id, call);
  }

  void call(Role part, String id, MessageCall call) {
    step(null, part, Caller.system(part), id, call);
  }

  private void step(@Nullable Holder by, Role role, Caller caller, String id, MessageCall call) {
    var before = message(id);
    var decision = Oversight.step(View.of(now, mailbox, stopped), caller, before, call);
    var holder = by == null ? new Holder(role.wire(), new Principal(role, 0), "") : by;
    message(
        Spelling.name(call),
        holder,
        id,
        caller,
        Spelling.call(call),
        Optional.of(before),
        decision,
        new TreeMap<>());
  }

  private void message(
      String action,
      Holder by,
      String id,
      Caller caller,
      Map<String, Object> call,
      Optional<Message> before,
      Decision<Message> decision,
      Map<String, Object> more) {
    var step = messageStep(caller, call);
    step.putAll(more);
    before.ifPresent(message -> step.put("before", Spelling.message(message)));
    Optional<Message> after = Optional.empty();
    if (decision instanceof Decision.Allowed<Message>(Message next)) {
      after = Optional.of(next);
      messages.put(id, next);
      step.put("after", Spelling.message(next));
    }
    boolean there = before.isPresent() || after.isPresent();
    write(action, by, there ? Optional.of(id) : Optional.empty(), step, refusal(decision));
    inForce(mailbox);
    after.or(() -> before).ifPresent(this::about);
  }

  private Map<String, Object> messageStep(Caller caller, Map<String, Object> call) {
    var step = step("message", call);
    step.put("mailbox", Spelling.mailbox(mailbox));
    step.put("tenant_suspended", stopped);
    step.put("caller", Spelling.caller(caller));
    return step;
  }

  private Map<String, Object> step(String kind, Map<String, Object> call) {
    Map<String, Object> step = new TreeMap<>();
    step.put("kind", kind);
    step.put("now", now);
    step.put("call", call);
    return step;
  }

  private void inForce(Mailbox then) {
    var entry = sheets.getLast().entry();
    entry.put("mailbox", box);
    entry.put("oversight_mode", then.mode().wire());
    entry.put("policy_version", version);
  }

  private void about(Message message) {
    var entry = sheets.getLast().entry();
    entry.put("status", message.status().wire());
    entry.put("digest", message.digest().hex());
    entry.put("risk", Spelling.riskText(message.risk()));
  }

  private void write(
      String action,
      Holder by,
      Optional<String> object,
      Map<String, Object> step,
      Optional<String> why) {
    Map<String, Object> entry = entry(action, object);
    Map<String, Object> actor = new TreeMap<>();
    actor.put("id", by.id());
    actor.put("role", by.who().role().wire());
    actor.put("no", by.who().id());
    if (!by.keyId().isEmpty()) {
      actor.put("key_id", by.keyId());
    }
    entry.put("actor", actor);
    entry.put("step", step);
    entry.put("outcome", why.isEmpty() ? "ok" : "refused");
    why.ifPresent(reason -> entry.put("reason", reason));
    boolean noted = action.equals("approve");
    sheets.add(new Sheet(entry, by.id(), noted ? Optional.of("checked") : Optional.empty()));
  }

  private Map<String, Object> entry(String action, Optional<String> object) {
    now += 1000;
    Map<String, Object> entry = new TreeMap<>();
    entry.put("v", 1);
    entry.put("id", "led_" + ulid(now, 1000 + written + sheets.size()));
    entry.put("tenant", WrittenLog.TENANT);
    entry.put("at", now);
    entry.put("request_id", "req_" + (written + sheets.size()));
    entry.put("action", action);
    object.ifPresent(id -> entry.put("object", id));
    return entry;
  }

  private static Optional<String> refusal(Decision<?> decision) {
    return decision instanceof Decision.Refused<?>(Refusal why)
        ? Optional.of(why.code())
        : Optional.empty();
  }

  /** What was written is kept elsewhere, and so are messages that have left. */
  void forgetSheets() {
    written += sheets.size();
    sheets.clear();
    messages.clear();
  }

  /** The log begins now, in the middle of a message's life. */
  void forgetAllBut(String id) {
    var kept = message(id);
    forgetSheets();
    messages.put(id, kept);
  }

  WrittenLog log() {
    return WrittenLog.of(sheets);
  }

  /** A message goes all the way, as far as the kernel lets it. */
  void hurried(int risk) {
    String id = submit(agent, 100 + serial, 0);
    if (!messages.containsKey(id)) {
      return;
    }
    var digest = message(id).digest();
    call(Role.SCANNER, id, new MessageCall.ScanResult(digest, new Risk.Known(risk)));
    call(ann, id, new MessageCall.Approve(digest));
    call(ben, id, new MessageCall.Approve(digest));
    call(Role.DISPATCHER, id, new MessageCall.BeginDispatch());
    call(Role.MAIL_SERVER, id, new MessageCall.Accepted());
  }

  /** A message leaves as it should. */
  String delivered() {
    String id = submit(agent, 100 + serial, 0);
    call(Role.SCANNER, id, new MessageCall.ScanResult(message(id).digest(), new Risk.Known(100)));
    call(ann, id, new MessageCall.Approve(message(id).digest()));
    call(Role.DISPATCHER, id, new MessageCall.BeginDispatch());
    call(Role.MAIL_SERVER, id, new MessageCall.Accepted());
    return id;
  }
}
