package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.ReceivedMail;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a mailbox adds to its mail is an operator's to set, and part of what is approved. */
public interface Furnishing extends OnProduct {
  @Test
  default void copies_and_a_signature_are_in_what_is_approved_and_in_what_arrives() {
    var box = product().newMailbox();
    var cc = Drafts.somebody();
    var bcc = Drafts.somebody();
    var settings = Map.of("auto_cc", cc, "auto_bcc", bcc, "signature_block", "Acme *Ltd*\nBerlin");
    product().admin().patch("/v1/mailboxes/" + box, settings).expecting(200);
    var plain = product().send(Drafts.to("x@peer.example")).expecting(202).text("id");
    var to = Drafts.somebody();
    var id = product().sendFrom(box, Drafts.to(to)).expecting(202).text("id");
    product().awaitStatus(id, "pending_send_approval");
    var shown = product().read(id).json();
    product().decide(id, "approve").expecting(200);
    for (var recipient : java.util.List.of(to, cc, bcc)) {
      var mail = new ReceivedMail(product().mail().onlyMailFor(recipient));
      assertAll(
          () -> assertEquals(cc, mail.header("Cc")),
          () ->
              assertTrue(
                  mail.text("text/plain")
                      .endsWith(Answering.DISCLOSURE + "\n\n-- \nAcme *Ltd*\nBerlin\n")),
          () -> assertTrue(mail.text("text/html").contains("Acme *Ltd*<br>")));
    }
    assertAll(
        () -> assertEquals(cc, shown.path("cc").path(0).asText()),
        () -> assertEquals(bcc, shown.path("bcc").path(0).asText()),
        () -> assertTrue(shown.path("markdown").asText().endsWith("-- \nAcme *Ltd*\nBerlin")),
        () -> assertFalse(product().read(plain).body().contains("Acme")));
  }

  @Test
  default void an_operator_clears_what_is_added_with_null() {
    var box = "/v1/mailboxes/" + product().newMailbox();
    var address = Drafts.somebody();
    product().admin().patch(box, Map.of("auto_cc", address, "signature_block", "Acme"));
    var set = product().admin().get(box).json();
    var nothing = new HashMap<String, Object>();
    nothing.put("auto_cc", null);
    nothing.put("signature_block", null);
    product().admin().patch(box, nothing).expecting(200);
    var cleared = product().admin().get(box).json();
    assertAll(
        () -> assertEquals(address, set.path("auto_cc").asText()),
        () -> assertEquals("Acme", set.path("signature_block").asText()),
        () -> assertTrue(cleared.path("auto_cc").isNull(), cleared.toString()),
        () -> assertTrue(cleared.path("signature_block").isNull()));
  }

  @Test
  default void agents_add_no_recipients_and_loosen_nothing_but_may_tighten() {
    var box = "/v1/mailboxes/" + product().newMailbox();
    var configure = box + "/configure";
    var reader = product().anonymous().with(product().newKey("read", Map.of()).text("api_key"));
    assertAll(
        () -> product().agent().patch(box, Map.of("auto_bcc", Drafts.somebody())).expecting(403),
        () -> product().agent().patch(box, Map.of("signature_block", "x")).expecting(403),
        () -> product().agent().patch(box, Map.of("oversight_mode", "monitored")).expecting(403),
        () -> product().agent().patch(configure, Map.of("scheduling_enabled", 0)).expecting(403),
        () ->
            assertEquals(
                "updated",
                reader.patch(configure, Map.of("mcp_configured", 1)).expecting(200).text("status")),
        () ->
            assertEquals(
                "read_only",
                reader
                    .patch(configure, Map.of("oversight_mode", "read_only", "mcp_configured", 1))
                    .expecting(200)
                    .text("oversight_mode")));
  }

  @Test
  default void an_operator_configures_with_numbers_or_booleans() {
    var box = "/v1/mailboxes/" + product().newMailbox();
    var wanted =
        Map.of(
            "display_name", "Reports",
            "default_gate_timing", "schedule_first",
            "scheduling_enabled", 0,
            "ai_disclosure", 1,
            "mcp_configured", 1,
            "forward_inbound", 0);
    var set = product().admin().patch(box + "/configure", wanted).expecting(200).json();
    assertAll(
        () -> assertEquals("Reports", set.path("display_name").asText()),
        () -> assertEquals("schedule_first", set.path("default_gate_timing").asText()),
        () -> assertFalse(set.path("scheduling_enabled").asBoolean(true)),
        () -> assertTrue(set.path("mcp_configured").asBoolean()),
        () -> assertEquals(0, set.path("forward_inbound").asInt(-1)));
  }

  @Test
  default void what_is_not_taken_here_is_said_no_to() {
    var box = "/v1/mailboxes/" + product().newMailbox();
    for (var field : java.util.List.of("webhook_url", "oversight_webhook_url")) {
      var refused =
          product().admin().patch(box, Map.of(field, "https://sink.example/")).expecting(400);
      assertEquals(field, refused.text("field"));
    }
    assertAll(
        () -> product().admin().patch(box, Map.of("forward_inbound", true)).expecting(400),
        () -> product().admin().patch(box, Map.of("auto_cc", "A <a@b.example>")).expecting(400),
        () ->
            product().admin().patch(box, Map.of("signature_block", "x".repeat(201))).expecting(400),
        () -> product().admin().patch(box, Map.of("signature_block", "a\u0007")).expecting(400));
  }

  @Test
  default void a_new_mailbox_is_named_in_three_ways_and_never_looser_than_gated_send() {
    var local = Drafts.somebody().replaceFirst("@.*", "");
    var domain = product().firstRun().mailboxAddress().replaceFirst(".*@", "");
    var first =
        product()
            .admin()
            .post("/v1/mailboxes", Map.of("address_local", local, "oversight_mode", "autonomous"))
            .expecting(201);
    var second =
        product()
            .admin()
            .post(
                "/v1/mailboxes",
                Map.of("address_local_part", local + "2", "oversight_mode", "gated_all"))
            .expecting(201);
    assertAll(
        () -> assertEquals(local + "@" + domain, first.text("address")),
        () -> assertEquals("gated_send", first.text("oversight_mode")),
        () -> assertFalse(first.text("note").isEmpty()),
        () -> assertEquals("gated_all", second.text("oversight_mode")));
  }
}
