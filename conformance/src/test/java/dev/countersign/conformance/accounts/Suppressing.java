package dev.countersign.conformance.accounts;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.SecondTenant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody who is on the suppression list is written to. */
public interface Suppressing extends OnProduct {
  String LIST = "/v1/suppression";

  private void suppress(String address) {
    product().admin().post(LIST, Map.of("email_address", address)).expecting(201);
  }

  @Test
  default void mail_to_a_suppressed_address_is_refused_in_every_field_and_nothing_is_kept() {
    var box = product().newMailbox();
    var unwanted = Drafts.somebody();
    suppress(unwanted.toUpperCase(Locale.ROOT));
    var shouted = "R" + unwanted.substring(1);
    for (var field : List.of("to", "cc", "bcc")) {
      var draft = Drafts.with(Drafts.to(Drafts.somebody()), field, List.of(shouted));
      var refused = product().sendFrom(box, draft).expecting(422).json();
      assertAll(
          () -> assertEquals("recipient_suppressed", refused.path("code").asText()),
          () -> assertEquals(1, refused.path("suppressed").size()),
          () -> assertEquals(unwanted, refused.at("/suppressed/0/address").asText()),
          () -> assertEquals("manual", refused.at("/suppressed/0/reason").asText()));
    }
    assertEquals(0, product().emailsIn(box).size());
    product().sendFrom(box, Drafts.to(Drafts.somebody())).expecting(202);
  }

  @Test
  default void what_was_approved_before_its_recipient_was_suppressed_does_not_leave() {
    var recipient = Drafts.somebody();
    var id = product().sendAndAwaitHold(Drafts.to(recipient));
    suppress(recipient);
    product().decide(id, "approve").expecting(200);
    product().awaitStatus(id, "send_failed");
    product().staysUndelivered(recipient);
  }

  @Test
  default void only_an_operator_lifts_a_suppression_and_then_mail_goes_there() {
    var recipient = Drafts.somebody();
    suppress(recipient);
    var path = LIST + "/" + recipient.replace("@", "%40");
    product().agent().delete(path).expecting(403);
    product().overseer().delete(path).expecting(403);
    product().send(Drafts.to(recipient)).expecting(422);
    assertTrue(product().admin().delete(path).expecting(200).json().path("deleted").asBoolean());
    product().admin().delete(path).expecting(404);
    product().deliver(Drafts.to(recipient));
  }

  @Test
  default void the_list_is_the_tenants_own_newest_first_in_pages() {
    var first = Drafts.somebody();
    var second = Drafts.somebody();
    suppress(first);
    suppress(second);
    var page = product().admin().get(LIST + "?limit=1").expecting(200).json();
    var next =
        product().admin().get(LIST + "?limit=1&cursor=" + page.path("cursor").asText()).json();
    assertAll(
        () -> assertEquals(second, page.at("/suppressions/0/email_address").asText()),
        () -> assertEquals(first, next.at("/suppressions/0/email_address").asText()),
        () -> product().agent().get(LIST).expecting(403),
        () -> product().admin().get(LIST + "?limit=0").expecting(400));
    var other = SecondTenant.in(product().database());
    var theirs = product().anonymous().with(other.operatorKey());
    assertAll(
        () -> assertFalse(theirs.get(LIST).expecting(200).body().contains(first)),
        () -> theirs.delete(LIST + "/" + first).expecting(404),
        () -> product().send(Drafts.to(first)).expecting(422));
  }
}
