package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.Letters;
import dev.countersign.conformance.running.OnProduct;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Mail that waits for a person ({@code gated_all}): no call of an agent tells what is in it. */
public interface Withholding extends OnProduct {
  /** A mailbox with a conversation, the last letter of which is held, and words that it has. */
  record Held(String box, String id, String thread, String author, String subject, String words) {
    List<String> secrets() {
      return List.of(author, subject, words);
    }
  }

  @Test
  default void no_call_of_an_agent_tells_what_is_held_until_a_person_releases_it() {
    var held = held();
    calls(held).forEach((call, answer) -> assertTellsNothing(call, answer.body(), held));
    tools(held).forEach((call, answer) -> assertTellsNothing(call, answer, held));
    assertTrue(
        product().overseer().get("/v1/oversight/pending?limit=100").body().contains(held.subject()),
        "the person sees it");
    product().decide(held.id(), "approve").expecting(200);
    var list = product().agent().get(list(held) + "?limit=5").expecting(200).body();
    var email = product().read(held.id()).expecting(200);
    assertAll(
        () -> held.secrets().forEach(secret -> assertTrue(email.body().contains(secret), secret)),
        () -> assertTrue(list.contains(held.subject())),
        () -> assertTrue(thread(held).body().contains(held.id())),
        () ->
            assertTrue(tool("check_inbox", Map.of("mailbox_id", held.box())).contains(held.id())));
  }

  @Test
  default void what_was_rejected_stays_unseen() {
    var held = held();
    product().decide(held.id(), "reject").expecting(200);
    calls(held).forEach((call, answer) -> assertTellsNothing(call, answer.body(), held));
  }

  /** The agent knows what it wrote itself: a page that ends elsewhere would tell of another. */
  @Test
  default void a_filter_tells_nothing_of_what_is_held() {
    var held = held();
    var guess = held.subject().substring(0, held.subject().length() - 3);
    var other = "Another " + UUID.randomUUID();
    for (var words : List.of(guess, other)) {
      var draft = Drafts.with(Drafts.to(Drafts.somebody()), "subject", words);
      product().sendFrom(held.box(), draft).expecting(202);
    }
    var right = product().agent().get(filtered(held, guess)).expecting(200).json();
    var wrong = product().agent().get(filtered(held, other)).expecting(200).json();
    assertAll(
        () -> assertEquals(1, right.path("emails").size()),
        () -> assertEquals(1, wrong.path("emails").size()),
        () -> assertEquals(wrong.path("cursor").isNull(), right.path("cursor").isNull()),
        () -> assertTrue(wrong.path("cursor").isNull(), wrong.toString()));
  }

  /** Every one is answered once, page by page, whatever is held between them. */
  @Test
  default void pages_go_on_over_what_is_held() {
    var box = gatedAll();
    var seen = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      var id = Letters.from(Drafts.somebody()).receivedFor(product(), box.path("address").asText());
      if (i % 4 == 0) {
        product().decide(id, "approve").expecting(200);
        seen.addFirst(id);
      }
    }
    var found = new ArrayList<String>();
    var path = "/v1/mailboxes/" + box.path("id").asText() + "/emails?limit=1";
    var cursor = "";
    do {
      var page = product().agent().get(path + cursor).expecting(200).json();
      page.path("emails").forEach(email -> found.add(email.path("id").asText()));
      cursor = page.path("cursor").isNull() ? "" : "&cursor=" + page.path("cursor").asText();
    } while (!cursor.isEmpty());
    assertEquals(seen, found);
  }

  private static void assertTellsNothing(String call, String answer, Held held) {
    for (var secret : held.secrets()) {
      assertFalse(answer.contains(secret), call + ": " + answer);
    }
  }

  private Map<String, Answer> calls(Held held) {
    var agent = product().agent();
    var email = "/v1/mailboxes/" + held.box() + "/emails/" + held.id();
    var calls = new LinkedHashMap<String, Answer>();
    calls.put("list", agent.get(list(held)).expecting(200));
    calls.put("filter", agent.get(filtered(held, held.subject())).expecting(200));
    calls.put("inbox", agent.get("/v1/inbox?mailbox=" + held.box()).expecting(200));
    calls.put("spam", agent.get("/v1/emails").expecting(200));
    calls.put("thread", thread(held));
    calls.put("mailboxes", agent.get("/v1/mailboxes").expecting(200));
    calls.put("contacts", agent.get("/v1/contacts"));
    calls.put("usage", agent.get("/v1/usage"));
    calls.put("read", product().read(held.id()).expecting(404));
    calls.put("tags", agent.get(email + "/tags").expecting(404));
    calls.put("tag", agent.put(email + "/tags", Map.of("tags", Map.of("a", "b"))).expecting(404));
    calls.put("file", agent.get(email + "/attachments/plan.pdf").expecting(404));
    calls.put("link", agent.get(email + "/attachments/plan.pdf/url").expecting(404));
    calls.put("spam report", agent.post("/v1/emails/" + held.id() + "/report-spam", Map.of()));
    calls.put("no spam", agent.post("/v1/emails/" + held.id() + "/not-spam", Map.of()));
    var reply = "/v1/mailboxes/" + held.box() + "/reply/" + held.id();
    calls.put("reply", agent.post(reply, Map.of("markdown", "x")).expecting(404));
    calls.put("pending", agent.get("/v1/oversight/pending").expecting(403));
    calls.put("ledger", agent.get("/v1/audit-log").expecting(403));
    return calls;
  }

  private Map<String, String> tools(Held held) {
    var one = Map.of("email_id", held.id(), "mailbox_id", held.box());
    var calls = new LinkedHashMap<String, String>();
    var box = Map.<String, Object>of("mailbox_id", held.box());
    calls.put("check_inbox", tool("check_inbox", box));
    calls.put(
        "check_inbox, by subject",
        tool("check_inbox", Map.of("mailbox_id", held.box(), "subject_contains", held.subject())));
    calls.put(
        "wait_for_email",
        tool("wait_for_email", Map.of("mailbox_id", held.box(), "timeout_seconds", 5)));
    calls.put("read_email", tool("read_email", one));
    calls.put("get_tags", tool("get_tags", one));
    calls.put(
        "get_thread",
        tool("get_thread", Map.of("thread_id", held.thread(), "mailbox_id", held.box())));
    calls.put(
        "download_attachment",
        tool(
            "download_attachment",
            Map.of("email_id", held.id(), "mailbox_id", held.box(), "filename", "plan.pdf")));
    calls.put(
        "reply_email",
        tool(
            "reply_email",
            Map.of("email_id", held.id(), "mailbox_id", held.box(), "markdown", "x")));
    return calls;
  }

  private String tool(String name, Map<String, ?> arguments) {
    return product()
        .agent()
        .post(
            "/mcp",
            Map.of(
                "jsonrpc",
                "2.0",
                "id",
                1,
                "method",
                "tools/call",
                "params",
                Map.of("name", name, "arguments", arguments)))
        .expecting(200)
        .body();
  }

  private Answer thread(Held held) {
    return product()
        .agent()
        .get("/v1/mailboxes/" + held.box() + "/threads/" + held.thread())
        .expecting(200);
  }

  private static String list(Held held) {
    return "/v1/mailboxes/" + held.box() + "/emails";
  }

  private static String filtered(Held held, String subject) {
    return list(held)
        + "?limit=1&subject_contains="
        + URLEncoder.encode(subject, StandardCharsets.UTF_8);
  }

  /** The letter before it was released, so that there is a thread to look at. */
  private Held held() {
    var box = gatedAll();
    var address = box.path("address").asText();
    var first = Letters.from(Drafts.somebody());
    var open = first.receivedFor(product(), address);
    product().decide(open, "approve").expecting(200);
    var thread = product().read(open).expecting(200).text("thread_id");
    var author = Drafts.somebody();
    var subject = "Held " + UUID.randomUUID();
    var words = "words " + UUID.randomUUID();
    var id =
        Letters.from(author)
            .named(subject)
            .saying(words)
            .answering(first.messageId())
            .with("plan.pdf", "a plan")
            .receivedFor(product(), address);
    return new Held(box.path("id").asText(), id, thread, author, subject, words);
  }

  private JsonNode gatedAll() {
    var id = product().newMailbox();
    product()
        .admin()
        .patch("/v1/mailboxes/" + id, Map.of("oversight_mode", "gated_all"))
        .expecting(200);
    for (JsonNode box : product().admin().get("/v1/mailboxes").json().path("mailboxes")) {
      if (box.path("id").asText().equals(id)) {
        return box;
      }
    }
    throw new AssertionError("the new mailbox is not in the list");
  }
}
