package dev.countersign.conformance.badinput;

import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Drafts;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A call that must be refused. */
record BadCall(String label, Function<Scene, Answer> call, int status, String code) {
  private static final int BODY_BYTES_MAX = 262_144;
  private static final int ATTACHMENT_BYTES_MAX = 10_485_760;

  static Stream<BadCall> all() {
    return Stream.of(
            ofJson(), ofFields(), ofAddresses(), ofSizes(), ofThings(), ofTiming(), ofKeys())
        .flatMap(List::stream);
  }

  private static List<BadCall> ofJson() {
    return List.of(
        raw("malformed JSON", "{\"to\": \"a@peer.example\",", 400, "malformed_json"),
        raw("malformed JSON, two values", "{} {}", 400, "malformed_json"),
        raw("no body", "", 400, "missing_body"),
        raw("an array as body", "[]", 400, "wrong_type"),
        raw("a text as body", "\"send it\"", 400, "wrong_type"));
  }

  private static List<BadCall> ofFields() {
    return List.of(
        send("wrong type: number as subject", "subject", 7, 400, "wrong_type"),
        send("wrong type: object as recipient", "to", Map.of("a", "b"), 400, "wrong_type"),
        send("wrong type: number among recipients", "to", List.of(7), 400, "wrong_type"),
        send("wrong type: text as attachments", "attachments", "a.pdf", 400, "wrong_type"),
        without("missing field: to", "to"),
        without("missing field: subject", "subject"),
        without("missing field: markdown", "markdown"),
        send("missing field: empty to", "to", List.of(), 400, "missing_field"),
        send("CR and LF in subject", "subject", "Hi\r\nBcc: x@y.example", 400, "invalid_value"),
        send("LF in subject", "subject", "Hi\nX-Header: 1", 400, "invalid_value"),
        send("send_at without a zone", "send_at", "2030-01-01T00:00:00", 400, "invalid_value"),
        send("unknown gate_timing", "gate_timing", "never", 400, "invalid_value"),
        decide("a decision that is neither", s -> s.pending(), "maybe", 400, "invalid_value"));
  }

  private static List<BadCall> ofAddresses() {
    return Stream.of(
            "not an address",
            "a@",
            "@peer.example",
            "a@b@peer.example",
            "a b@peer.example",
            "a@peer..example",
            "a@peer.example\r\nBcc: c@peer.example",
            "a\n@peer.example",
            "Team: a@peer.example, b@peer.example;")
        .map(
            address ->
                send(
                    "invalid address: " + address.replace("\r", "\\r").replace("\n", "\\n"),
                    "to",
                    address,
                    400,
                    "invalid_address"))
        .toList();
  }

  private static List<BadCall> ofSizes() {
    var attachment = Map.of("name", "a.bin", "content_base64", base64(ATTACHMENT_BYTES_MAX + 1));
    return List.of(
        send("51 recipients", "to", Collections.nCopies(51, "a@peer.example"), 400, "too_many"),
        send(
            "51 recipients over to and cc",
            "cc",
            Collections.nCopies(50, "a@peer.example"),
            400,
            "too_many"),
        send("oversized body", "markdown", "x".repeat(BODY_BYTES_MAX + 1), 413, "body_too_large"),
        send("oversized subject", "subject", "x".repeat(999), 400, "too_long"),
        send("oversized attachment", "attachments", List.of(attachment), 413, TOO_LARGE),
        raw("oversized request", "x".repeat(36_700_161), 413, "body_too_large"));
  }

  private static final String TOO_LARGE = "attachment_too_large";

  private static List<BadCall> ofThings() {
    var draft = Drafts.to("a@peer.example");
    return List.of(
        call("unknown mailbox", s -> s.product().sendFrom("mbx_01ARZ3NDEKTSV4RRFFQ69G5FAV", draft)),
        call("mailbox id of no form", s -> s.product().sendFrom("nonsense", draft)),
        call(
            "unknown mailbox address",
            s ->
                s.product()
                    .agent()
                    .post("/v1/send", Drafts.with(draft, "from", "nobody@peer.example"))),
        call("another tenant's mailbox", s -> s.product().sendFrom(s.other().mailboxId(), draft)),
        call("another tenant's message, read", s -> s.product().read(s.othersMessage())),
        call(
            "another tenant's message, decided on",
            s -> s.product().decide(s.othersMessage(), "approve")),
        call(
            "another tenant's message, cancelled",
            s -> s.product().agent().post("/cancel_message", id(s.othersMessage()))),
        call("unknown message", s -> s.product().read("em_01ARZ3NDEKTSV4RRFFQ69G5FAV")),
        new BadCall(
            "unknown address of the server",
            s -> s.product().agent().get("/v1/nothing-here"),
            404,
            "unknown_route"));
  }

  private static List<BadCall> ofTiming() {
    return List.of(
        send(
            "idempotency key with another body",
            "idempotency_key",
            Scene.IDEMPOTENCY_KEY,
            409,
            "idempotency_mismatch"),
        decide("decide twice", s -> s.sent(), "approve", 409, "already_approved"),
        decide("reject what was sent", s -> s.sent(), "reject", 409, "wrong_status"),
        decide("decide on a cancelled message", s -> s.cancelled(), "approve", 409, "wrong_status"),
        new BadCall(
            "cancel after sending",
            s -> s.product().agent().post("/cancel_message", id(s.sent())),
            409,
            "wrong_status"));
  }

  private static List<BadCall> ofKeys() {
    var draft = Drafts.to("a@peer.example");
    return List.of(
        new BadCall(
            "approve with the agent's key",
            s -> s.product().agent().post("/decide_email", approval(s.pending())),
            403,
            "forbidden"),
        new BadCall(
            "approve with the admin's key",
            s -> s.product().admin().post("/decide_email", approval(s.pending())),
            403,
            "forbidden"),
        new BadCall(
            "revoked key",
            s -> s.product().anonymous().with(s.revokedKey()).post(s.sendPath(), draft),
            401,
            "unauthenticated"),
        new BadCall(
            "unknown key",
            s -> s.product().anonymous().with("mm_live_nobody").post(s.sendPath(), draft),
            401,
            "unauthenticated"),
        new BadCall(
            "no key",
            s -> s.product().anonymous().post(s.sendPath(), draft),
            401,
            "unauthenticated"),
        new BadCall(
            "no key and malformed JSON",
            s -> s.product().anonymous().postRaw(s.sendPath(), "{"),
            401,
            "unauthenticated"));
  }

  private static BadCall call(String label, Function<Scene, Answer> call) {
    return new BadCall(label, call, 404, "not_found");
  }

  private static BadCall raw(String label, String body, int status, String code) {
    return new BadCall(label, s -> s.product().agent().postRaw(s.sendPath(), body), status, code);
  }

  private static BadCall send(String label, String field, Object value, int status, String code) {
    var draft = Drafts.with(Drafts.to("a@peer.example"), field, value);
    return new BadCall(label, s -> s.product().sendFrom(s.mailbox(), draft), status, code);
  }

  private static BadCall without(String label, String field) {
    var draft = new HashMap<>(Drafts.to("a@peer.example"));
    draft.remove(field);
    return new BadCall(label, s -> s.product().sendFrom(s.mailbox(), draft), 400, "missing_field");
  }

  private static BadCall decide(
      String label, Function<Scene, String> message, String decision, int status, String code) {
    return new BadCall(label, s -> s.product().decide(message.apply(s), decision), status, code);
  }

  private static Map<String, String> approval(String id) {
    return Map.of("message_id", id, "decision", "approve");
  }

  private static Map<String, String> id(String id) {
    return Map.of("message_id", id);
  }

  private static String base64(int bytes) {
    return Base64.getEncoder().encodeToString(new byte[bytes]);
  }

  @Override
  public String toString() {
    return label + " → " + status + " " + code;
  }
}
