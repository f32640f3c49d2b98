package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.Letters;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.ReceivedMail;
import dev.countersign.conformance.running.SecondTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers look like those of a mail program, and stay in their conversation. */
public interface Answering extends OnProduct {
  String DISCLOSURE = "This email was sent by an AI agent.";

  /** Other tests look for their messages on the first page of the queue. */
  @AfterEach
  default void nothing_is_left_waiting() {
    var waiting = product().overseer().get("/v1/oversight/pending?limit=100").expecting(200);
    for (var item : waiting.json().path("items")) {
      product().decide(item.path("message_id").asText(), "reject");
    }
  }

  @Test
  default void an_answer_arrives_as_a_mail_program_would_write_it() {
    var author = Drafts.somebody();
    var letter = Letters.from(author).saying("Grüße!\nPasst Dienstag? **Nein**?");
    var id = letter.received(product());
    var answer = reply(id, Map.of("markdown", "Ja, **gern**.")).expecting(202);
    var mail = approved(answer.text("id"), author);
    assertAll(
        () -> assertEquals("Re: Besprechung – Zürich", mail.readable("Subject")),
        () -> assertTrue(mail.header("To").contains(author)),
        () -> assertEquals(letter.messageId(), mail.header("In-Reply-To")),
        () -> assertEquals(letter.messageId(), mail.header("References")),
        () ->
            assertTrue(
                mail.text("text/plain")
                    .matches(
                        "(?s)Ja, \\*\\*gern\\*\\*\\.\n\n"
                            + DISCLOSURE
                            + "\n\nOn .{10} at .{5} UTC, Jürgen <"
                            + author
                            + "> wrote:\n> Grüße!\n> Passt Dienstag\\? \\*\\*Nein\\*\\*\\?\n"),
                mail.text("text/plain")),
        () -> assertTrue(mail.text("text/html").contains("<strong>gern</strong>")),
        () -> assertFalse(mail.text("text/html").contains("<strong>Nein</strong>")),
        () -> assertEquals(product().read(id).text("thread_id"), answer.text("thread_id")));
  }

  @Test
  default void a_conversation_keeps_one_thread_and_all_its_references() {
    var author = Drafts.somebody();
    var first = Letters.from(author);
    var firstId = first.received(product());
    var answer = reply(firstId, Map.of("markdown", "One.")).expecting(202);
    var sent = approved(answer.text("id"), author);
    var colleague = Drafts.somebody();
    var second =
        first
            .answering(sent.header("Message-ID"), first.messageId())
            .by(colleague)
            .named("AW: Re: Besprechung");
    var secondId = second.received(product());
    var last = reply(secondId, Map.of("markdown", "Two.")).expecting(202);
    var mail = approved(last.text("id"), colleague);
    var thread = product().read(firstId).text("thread_id");
    assertAll(
        () -> assertEquals(thread, product().read(secondId).text("thread_id")),
        () -> assertEquals(thread, last.text("thread_id")),
        () -> assertEquals("Re: Besprechung", mail.readable("Subject")),
        () ->
            assertEquals(
                List.of(first.messageId(), sent.header("Message-ID"), second.messageId()),
                List.of(mail.header("References").split("\\s+"))),
        () ->
            assertNotEquals(
                thread,
                product().read(Letters.from(author).received(product())).text("thread_id")));
  }

  @Test
  default void an_answer_goes_to_where_the_author_wants_it_and_ones_own_goes_on() {
    var elsewhere = Drafts.somebody();
    var id = Letters.from(Drafts.somebody()).replyTo(elsewhere).received(product());
    var answer = reply(id, Map.of("text_body", "Yes.", "cc", Drafts.somebody())).expecting(202);
    var mail = approved(answer.text("id"), elsewhere);
    var again = reply(answer.text("id"), Map.of("text_body", "And one more.")).expecting(202);
    var more = product().read(again.text("id")).json();
    assertAll(
        () -> assertEquals(elsewhere, mail.header("To")),
        () -> assertEquals(elsewhere, more.path("to").path(0).asText()),
        () -> assertEquals(mail.header("Cc"), more.path("cc").path(0).asText()),
        () -> assertEquals(mail.readable("Subject"), more.path("subject").asText()));
  }

  @Test
  default void a_message_that_is_held_back_cannot_be_answered() {
    var box = product().newMailbox();
    product()
        .admin()
        .patch("/v1/mailboxes/" + box, Map.of("oversight_mode", "gated_all"))
        .expecting(200);
    var address = product().admin().get("/v1/mailboxes/" + box).text("address");
    var id = Letters.from(Drafts.somebody()).receivedFor(product(), address);
    var path = "/v1/mailboxes/" + box + "/reply/" + id;
    var body = Map.of("markdown", "What did you say?");
    product().agent().post(path, body).expecting(404);
    product().decide(id, "approve").expecting(200);
    product().agent().post(path, body).expecting(202);
  }

  @Test
  default void whoever_may_not_read_quotes_nothing() {
    var secret = "The code is 4711.";
    var id = Letters.from(Drafts.somebody()).saying(secret).received(product());
    var blind = product().anonymous().with(product().newKey("send", Map.of()).text("api_key"));
    var answer =
        blind
            .post(product().mailboxPath() + "/reply/" + id, Map.of("markdown", "Received."))
            .expecting(202);
    assertAll(
        () -> assertFalse(product().read(answer.text("id")).body().contains("4711")),
        () ->
            assertTrue(
                product()
                    .read(reply(id, Map.of("markdown", "Got it.")).expecting(202).text("id"))
                    .body()
                    .contains("4711")));
  }

  @Test
  default void another_tenant_answers_nothing_here() {
    var id = Letters.from(Drafts.somebody()).received(product());
    var other = SecondTenant.in(product().database());
    var stranger = product().anonymous().with(other.agentKey());
    var body = Map.of("markdown", "Hello.");
    stranger.post(product().mailboxPath() + "/reply/" + id, body).expecting(404);
    stranger.post("/v1/mailboxes/" + other.mailboxId() + "/reply/" + id, body).expecting(404);
  }

  @Test
  default void the_same_message_a_moment_later_is_the_first_one_and_the_same_answer_is_refused() {
    var draft = Drafts.to(Drafts.somebody());
    var first = product().send(draft).expecting(202);
    var second = product().send(draft).expecting(200);
    var keyed = product().send(Drafts.with(draft, "idempotency_key", Drafts.somebody()));
    var id = Letters.from(Drafts.somebody()).received(product());
    var answer = reply(id, Map.of("markdown", "Once.")).expecting(202);
    var refused = reply(id, Map.of("markdown", "Once.")).expecting(409);
    assertAll(
        () -> assertEquals(first.text("id"), second.text("id")),
        () -> assertTrue(second.json().path("idempotent").asBoolean()),
        () -> assertEquals(first.text("id"), keyed.expecting(200).text("id")),
        () -> assertEquals("duplicate_content", refused.text("code")),
        () -> assertEquals(answer.text("id"), refused.text("id")),
        () -> reply(id, Map.of("markdown", "Twice.")).expecting(202));
  }

  private Answer reply(String id, Map<String, ?> body) {
    return product().agent().post(product().mailboxPath() + "/reply/" + id, body);
  }

  private ReceivedMail approved(String id, String recipient) {
    product().awaitStatus(id, "pending_send_approval");
    product().decide(id, "approve").expecting(200);
    return new ReceivedMail(product().mail().onlyMailFor(recipient));
  }
}
