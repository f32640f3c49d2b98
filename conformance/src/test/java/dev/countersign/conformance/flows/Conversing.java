package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.Letters;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.SecondTenant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conversations as a whole, what agents keep beside messages, and what counts as spam. */
public interface Conversing extends OnProduct {
  @Test
  default void a_thread_shows_who_said_what_and_whether_an_answer_is_owed() {
    var author = Drafts.somebody();
    var id = Letters.from(author).received(product());
    var thread = thread(product().read(id).text("thread_id"));
    var before = product().agent().get(thread).expecting(200).json();
    var answer =
        product()
            .agent()
            .post(product().mailboxPath() + "/reply/" + id, Map.of("markdown", "Noted."))
            .expecting(202);
    var after = product().agent().get(thread).expecting(200).json();
    assertAll(
        () -> assertTrue(before.path("has_unanswered_inbound").asBoolean()),
        () -> assertFalse(after.path("has_unanswered_inbound").asBoolean()),
        () -> assertEquals(2, after.path("message_count").asInt()),
        () -> assertEquals(id, after.path("emails").path(0).path("id").asText()),
        () -> assertEquals(answer.text("id"), after.path("emails").path(1).path("id").asText()),
        () -> assertTrue(after.path("participants").toString().contains(author)),
        () ->
            assertEquals(
                after.path("emails").path(1).path("received_at").asText(),
                after.path("last_activity").asText()),
        () -> assertFalse(after.toString().contains("Hello there")));
  }

  @Test
  default void a_thread_of_others_or_of_held_mail_is_not_there() {
    var id = Letters.from(Drafts.somebody()).received(product());
    var thread = thread(product().read(id).text("thread_id"));
    var other = SecondTenant.in(product().database());
    product().anonymous().with(other.agentKey()).get(thread).expecting(404);
    product()
        .anonymous()
        .with(other.agentKey())
        .get(thread.replace(product().firstRun().mailboxId(), other.mailboxId()))
        .expecting(404);
    product().agent().get(thread.replace("thr_", "thr_0").substring(0, 70)).expecting(404);
    product().anonymous().get(thread).expecting(401);
    var sender = product().newKey("send", Map.of()).text("api_key");
    product().anonymous().with(sender).get(thread).expecting(403);
  }

  @Test
  default void tags_are_merged_shown_and_taken_off() {
    var id = Letters.from(Drafts.somebody()).received(product());
    var tags = product().mailboxPath() + "/emails/" + id + "/tags";
    product().agent().put(tags, Map.of("tags", Map.of("customer", "4711"))).expecting(200);
    var both =
        product()
            .agent()
            .put(tags, Map.of("tags", Map.of("Thema/ä", "Rechnung")))
            .expecting(200)
            .json();
    assertAll(
        () -> assertEquals(2, both.path("tags").size()),
        () -> assertEquals(both, product().agent().get(tags).expecting(200).json()),
        () ->
            assertEquals("4711", product().read(id).json().path("tags").path("customer").asText()),
        () ->
            assertTrue(
                product()
                    .agent()
                    .delete(tags + "/Thema%2F%C3%A4")
                    .expecting(200)
                    .json()
                    .path("deleted")
                    .asBoolean()),
        () -> product().agent().delete(tags + "/customer2").expecting(404),
        () -> assertEquals(1, product().agent().get(tags).json().path("tags").size()));
  }

  @Test
  default void tags_have_limits_and_are_for_those_who_may_send() {
    var id = Letters.from(Drafts.somebody()).received(product());
    var tags = product().mailboxPath() + "/emails/" + id + "/tags";
    var one = Map.of("tags", Map.of("a", "b"));
    var reader = product().anonymous().with(product().newKey("read", Map.of()).text("api_key"));
    var many = new java.util.HashMap<String, String>();
    for (int i = 0; i <= 50; i++) {
      many.put("k" + i, "v");
    }
    assertAll(
        () -> reader.put(tags, one).expecting(403),
        () -> reader.get(tags).expecting(200),
        () -> product().overseer().put(tags, one).expecting(403),
        () -> product().agent().put(tags, Map.of("tags", many)).expecting(400),
        () ->
            product()
                .agent()
                .put(tags, Map.of("tags", Map.of("a", "x".repeat(501))))
                .expecting(400),
        () -> product().agent().put(tags, Map.of("tags", Map.of(" ", "x"))).expecting(400),
        () -> product().agent().put(tags, Map.of()).expecting(400),
        () -> assertEquals(0, product().agent().get(tags).json().path("tags").size()));
  }

  @Test
  default void a_message_is_called_spam_found_among_it_and_taken_back() {
    var id = Letters.from(Drafts.somebody()).received(product());
    var spam = product().agent().post("/v1/emails/" + id + "/report-spam", Map.of());
    var listed = product().agent().get("/v1/emails?status=spam_quarantined&limit=100");
    var flagged = product().agent().get("/v1/emails?status=spam_flagged&limit=100");
    var back = product().agent().post("/v1/emails/" + id + "/not-spam", Map.of());
    assertAll(
        () -> assertEquals("spam_quarantined", spam.expecting(200).text("status")),
        () -> assertEquals("spam", spam.text("user_label")),
        () -> assertTrue(listed.expecting(200).body().contains(id)),
        () -> assertFalse(flagged.expecting(200).body().contains(id)),
        () -> assertEquals("unread", back.expecting(200).text("status")),
        () -> assertEquals("not_spam", back.text("user_label")),
        () -> assertEquals("not_spam", product().read(id).text("user_label")),
        () -> assertFalse(product().agent().get("/v1/emails").body().contains(id)),
        () -> product().agent().get("/v1/emails?status=unread").expecting(400),
        () -> product().agent().post("/v1/emails/em_none/not-spam", Map.of()).expecting(404));
  }

  private String thread(String id) {
    return product().mailboxPath() + "/threads/" + id;
  }
}
