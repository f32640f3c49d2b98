package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mail from outside: who may hand it in, who sees it, and what its identity is worth. */
public interface Receiving extends OnProduct {
  String PLAIN =
      """
      From: =?UTF-8?Q?J=C3=BCrgen?= <juergen@example.net>
      To: agent@countersign.localhost
      Subject: =?UTF-8?B?R3LDvMOfZQ==?=
      Date: Tue, 17 Mar 2026 12:30:01 +0000
      Message-ID: <%s@example.net>
      Content-Type: text/plain; charset=utf-8

      Hello there.
      """;

  @Test
  default void mail_of_another_agent_is_shown_with_an_identity_that_was_checked() {
    var sent = product().deliver(Drafts.to(Drafts.somebody())).bytes();
    var id = receive(sent).expecting(201).text("id");
    var email = product().read(id).expecting(200).json();
    var headers = email.path("identity_headers");
    assertAll(
        () -> assertEquals("inbound", email.path("direction").asText()),
        () -> assertTrue(email.path("identity_verified").asBoolean()),
        () -> assertEquals("gated_send", headers.path("x-multimail-oversight-mode").asText()),
        () -> assertEquals("true", headers.path("x-ai-generated").asText()),
        () -> assertTrue(headers.path("x-multimail-identity").asText().contains(".")));
  }

  @Test
  default void a_changed_message_is_shown_as_not_verified_and_an_unsigned_one_as_neither() {
    var sent = text(product().deliver(Drafts.to(Drafts.somebody())).bytes());
    var changed = sent.replace("findings are closed", "findings are opened");
    var plain = mail();
    var changedId = receive(bytes(changed)).expecting(201).text("id");
    var plainId = receive(bytes(plain)).expecting(201).text("id");
    var unsigned = product().read(plainId).expecting(200).json();
    assertAll(
        () -> assertFalse(sent.equals(changed)),
        () -> assertFalse(verdict(changedId).isNull()),
        () -> assertFalse(verdict(changedId).asBoolean()),
        () -> assertTrue(verdict(plainId).isNull()),
        () -> assertEquals("Grüße", unsigned.path("subject").asText()),
        () -> assertEquals("\"Jürgen\" <juergen@example.net>", unsigned.path("from").asText()),
        () -> assertEquals("Hello there.", unsigned.path("text_body").asText().strip()));
  }

  @Test
  default void in_gated_all_an_agent_sees_nothing_of_it_until_a_person_releases_it() {
    var box = gatedAll();
    var id = receiveFor(box.path("address").asText(), bytes(mail())).expecting(201).text("id");
    var list = "/v1/mailboxes/" + box.path("id").asText() + "/emails";
    product().read(id).expecting(404);
    assertEquals(0, product().agent().get(list).expecting(200).json().path("emails").size());
    product().decide(id, "approve").expecting(200);
    var email = product().read(id).expecting(200).json();
    assertAll(
        () -> assertEquals("inbound", email.path("direction").asText()),
        () -> assertEquals(1, product().agent().get(list).json().path("emails").size()));
  }

  @Test
  default void a_mail_server_that_repeats_itself_is_told_so() {
    var mail = bytes(mail());
    receive(mail).expecting(201);
    assertEquals("already_exists", receive(mail).expecting(409).text("code"));
  }

  @Test
  default void only_the_operator_hands_mail_in_and_only_for_mailboxes_that_are_there() {
    var mail = bytes(mail());
    var path = "/v1/inbound?recipient=" + product().firstRun().mailboxAddress();
    assertAll(
        () -> product().agent().postMail(path, mail).expecting(403),
        () -> product().overseer().postMail(path, mail).expecting(403),
        () -> product().anonymous().postMail(path, mail).expecting(401),
        () -> receiveFor("nobody@countersign.localhost", mail).expecting(404),
        () -> receiveFor("not an address", mail).expecting(400),
        () -> receive(new byte[0]).expecting(400),
        () -> product().admin().post(path, Map.of()).expecting(415));
  }

  @Test
  default void nothing_that_strangers_write_keeps_a_message_out() {
    var mark = Drafts.somebody();
    var broken =
        """
        From: nobody at all
        From: two <a@example.net>
        To: <<>>
        Subject: =?UTF-8?B?!!?= \u0000\u0007
        X-Mark: MARK
        Content-Type: multipart/mixed; boundary=x

        --x
        Content-Type: no/thing; name="../../etc/passwd"
        Content-Transfer-Encoding: base64

        %%
        """;
    var id = receive(bytes(broken.replace("MARK", mark))).expecting(201).text("id");
    assertEquals("inbound", product().read(id).expecting(200).text("direction"));
  }

  private JsonNode gatedAll() {
    var id = product().newMailbox();
    var path = "/v1/mailboxes/" + id;
    product().admin().patch(path, Map.of("oversight_mode", "gated_all")).expecting(200);
    for (JsonNode box : product().admin().get("/v1/mailboxes").json().path("mailboxes")) {
      if (box.path("id").asText().equals(id)) {
        return box;
      }
    }
    throw new AssertionError("the new mailbox is not in the list");
  }

  private Answer receive(byte[] message) {
    return receiveFor(product().firstRun().mailboxAddress(), message);
  }

  private Answer receiveFor(String recipient, byte[] message) {
    var named = java.net.URLEncoder.encode(recipient, StandardCharsets.UTF_8);
    return product().admin().postMail("/v1/inbound?recipient=" + named, message);
  }

  private JsonNode verdict(String id) {
    return product().read(id).expecting(200).json().path("identity_verified");
  }

  private static String mail() {
    return PLAIN.formatted(Drafts.somebody().replace('@', '.'));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
