package dev.countersign.conformance.accounts;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.ReceivedMail;
import dev.countersign.conformance.running.SecondTenant;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A recipient gets no more mail with one click, and nobody else can bring that about. */
public interface Unsubscribing extends OnProduct {
  String ONE_CLICK = "List-Unsubscribe=One-Click";

  private static String link(ReceivedMail message) {
    var header = message.header("List-Unsubscribe");
    assertTrue(header.matches("<https?://[^<>]+/v1/unsubscribe/[A-Za-z0-9_-]{43}>"), header);
    assertEquals(ONE_CLICK, message.header("List-Unsubscribe-Post"));
    return URI.create(header.substring(1, header.length() - 1)).getPath();
  }

  @Test
  default void one_click_takes_the_recipient_off_and_looking_at_the_page_does_not() {
    var recipient = Drafts.somebody();
    var path = link(product().deliver(Drafts.to(recipient)));
    var page = product().anonymous().get(path).expecting(200);
    assertTrue(page.body().contains("<button>Unsubscribe</button>"), page.body());
    product().send(Drafts.with(Drafts.to(recipient), "subject", "Once more")).expecting(202);
    assertEquals(
        "unsubscribed",
        product().anonymous().postText(path, ONE_CLICK).expecting(200).text("status"));
    var refused = product().send(Drafts.to(recipient)).expecting(422).json();
    assertEquals("unsubscribe", refused.at("/suppressed/0/reason").asText());
    product().anonymous().postText(path, ONE_CLICK).expecting(200);
    var entries = product().admin().get("/v1/audit-log?limit=100").expecting(200).body();
    assertTrue(entries.contains("\"unsubscribe\""), "the ledger tells of it");
  }

  @Test
  default void a_link_that_was_never_given_takes_nobody_off() {
    var guess = "/v1/unsubscribe/" + "A".repeat(43);
    assertAll(
        () -> product().anonymous().get(guess).expecting(404),
        () -> product().anonymous().postText(guess, ONE_CLICK).expecting(404));
  }

  @Test
  default void a_message_to_several_has_no_link_because_it_could_speak_for_one_only() {
    var first = Drafts.somebody();
    var second = Drafts.somebody();
    var mail = product().deliver(Drafts.to(first, second), first);
    var third = Drafts.somebody();
    var blind = Drafts.with(Drafts.to(Drafts.somebody()), "bcc", new String[] {third});
    var hidden = product().deliver(blind, third);
    assertEquals(List.of(), mail.headers("List-Unsubscribe"));
    assertEquals(List.of(), hidden.headers("List-Unsubscribe"));
  }

  @Test
  default void a_message_with_a_link_still_carries_an_identity_that_holds() {
    var sent = product().deliver(Drafts.to(Drafts.somebody())).bytes();
    var path = "/v1/inbound?recipient=" + product().firstRun().mailboxAddress();
    var id = product().admin().postMail(path, sent).expecting(201).text("id");
    assertTrue(product().read(id).expecting(200).json().path("identity_verified").asBoolean());
  }

  @Test
  default void another_tenants_mail_still_reaches_who_unsubscribed_here() {
    var recipient = Drafts.somebody();
    var path = link(product().deliver(Drafts.to(recipient)));
    product().anonymous().postText(path, ONE_CLICK).expecting(200);
    var other = SecondTenant.in(product().database());
    product()
        .anonymous()
        .with(other.agentKey())
        .post(
            "/v1/send",
            Map.of(
                "from", other.mailboxAddress(), "to", recipient, "subject", "s", "text_body", "t"))
        .expecting(202);
  }
}
