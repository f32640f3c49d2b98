package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The same call again, and the same call at the same moment. */
public interface Repeating extends OnProduct {
  @Test
  default void the_same_request_under_the_same_key_is_answered_with_the_first_message() {
    var box = product().newMailbox();
    var draft = Drafts.with(Drafts.to(Drafts.somebody()), "idempotency_key", "order-7");
    var first = product().sendFrom(box, draft).expecting(202);
    var second = product().sendFrom(box, draft).expecting(200);
    assertAll(
        () -> assertEquals(first.text("id"), second.text("id")),
        () -> assertEquals("already_sent", second.text("status")),
        () -> assertTrue(second.json().path("idempotent").asBoolean()),
        () -> assertEquals(1, product().emailsIn(box).size()));
  }

  @Test
  default void another_request_under_the_same_key_is_refused() {
    var box = product().newMailbox();
    var draft = Drafts.with(Drafts.to(Drafts.somebody()), "idempotency_key", "order-7");
    product().sendFrom(box, draft).expecting(202);
    var other = Drafts.with(draft, "markdown", "Something else.");
    var refused = product().sendFrom(box, other).expecting(409);
    assertAll(
        () -> assertEquals("idempotency_mismatch", refused.text("code")),
        () -> assertEquals(1, product().emailsIn(box).size()));
  }

  @Test
  default void the_same_request_many_times_at_once_is_one_message() throws Exception {
    var box = product().newMailbox();
    var key = UUID.randomUUID().toString();
    var draft = Drafts.with(Drafts.to(Drafts.somebody()), "idempotency_key", key);
    var answers = atOnce(8, () -> product().sendFrom(box, draft));
    assertAll(
        () -> assertEquals(1, product().emailsIn(box).size()),
        () -> assertEquals(1, answers.stream().filter(a -> a.status() == 202).count()),
        () -> assertEquals(7, answers.stream().filter(a -> a.status() == 200).count()),
        () -> assertEquals(1, answers.stream().map(a -> a.text("id")).distinct().count()));
  }

  @Test
  default void the_same_content_many_times_at_once_is_one_message() throws Exception {
    var box = product().newMailbox();
    var draft = Drafts.to(Drafts.somebody());
    var answers = atOnce(8, () -> product().sendFrom(box, draft));
    assertAll(
        () -> assertEquals(1, product().emailsIn(box).size()),
        () -> assertEquals(1, answers.stream().filter(a -> a.status() == 202).count()),
        () -> assertEquals(7, answers.stream().filter(a -> a.status() == 200).count()),
        () -> assertEquals(1, answers.stream().map(a -> a.text("id")).distinct().count()));
  }

  @Test
  default void many_approvals_at_once_deliver_once() throws Exception {
    var recipient = Drafts.somebody();
    var id = product().sendAndAwaitHold(Drafts.to(recipient));
    var answers = atOnce(6, () -> product().decide(id, "approve"));
    assertAll(
        () -> assertEquals(1, answers.stream().filter(a -> a.status() == 200).count()),
        () -> assertEquals(5, answers.stream().filter(a -> a.status() == 409).count()));
    product().awaitStatus(id, "sent");
    product().mail().onlyMailFor(recipient);
  }

  @Test
  default void an_approval_and_a_cancellation_at_once_agree_on_what_happened() throws Exception {
    var recipient = Drafts.somebody();
    var id = product().sendAndAwaitHold(Drafts.to(recipient));
    var cancel = Map.of("message_id", id);
    var answers =
        allAtOnce(
            List.of(
                () -> product().decide(id, "approve"),
                () -> product().agent().post("/cancel_message", cancel)));
    var cancelled = answers.get(1).status() == 200;
    if (cancelled) {
      assertEquals("cancelled", product().status(id));
      product().staysUndelivered(recipient);
    } else {
      answers.get(0).expecting(200);
      product().awaitStatus(id, "sent");
      product().mail().onlyMailFor(recipient);
    }
  }

  private static List<Answer> atOnce(int times, Callable<Answer> call) throws Exception {
    return allAtOnce(Collections.nCopies(times, call));
  }

  private static List<Answer> allAtOnce(List<Callable<Answer>> calls) throws Exception {
    try (var callers = Executors.newFixedThreadPool(calls.size())) {
      List<Answer> answers = new ArrayList<>();
      for (var answer : callers.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
