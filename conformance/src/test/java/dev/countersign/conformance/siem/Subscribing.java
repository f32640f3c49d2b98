package dev.countersign.conformance.siem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.SecondTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may subscribe, and to what. The server of these tests allows sinks of its own network. */
public interface Subscribing extends OnProduct {
  // Nothing listens at that port.
  Map<String, Object> WANTED =
      Map.of("url", "https://127.0.0.1:9/hook", "events", List.of("message.sent"));

  @Test
  default void an_operator_subscribes_and_sees_the_secret_once() {
    var admin = product().admin();
    var made = admin.post("/v1/webhooks", WANTED).expecting(201);
    assertTrue(made.text("signing_secret").matches("whsec_[A-Za-z0-9_-]{43}"), made.body());
    var path = "/v1/webhooks/" + made.text("id");
    assertFalse(admin.get(path).expecting(200).body().contains("secret"));
    var listed = admin.get("/v1/webhooks").expecting(200);
    assertFalse(listed.body().contains("whsec_"));
    assertEquals(listed.json().path("subscriptions"), listed.json().path("webhooks"));
    assertEquals("deleted", admin.delete(path).expecting(200).text("status"));
    admin.get(path).expecting(404);
    admin.delete(path).expecting(404);
  }

  @Test
  default void nobody_else_subscribes_and_every_try_is_on_record() {
    for (var api : List.of(product().agent(), product().overseer())) {
      api.post("/v1/webhooks", WANTED).expecting(403);
      api.get("/v1/webhooks").expecting(403);
      api.get("/v1/webhook-deliveries").expecting(403);
    }
    product().anonymous().post("/v1/webhooks", WANTED).expecting(401);
    var query = "/v1/audit-log?action=create_webhook&outcome=refused&limit=2";
    var entries = product().admin().get(query).expecting(200).json().path("entries");
    assertEquals(2, entries.size());
    assertEquals("forbidden", entries.path(0).at("/metadata/reason").asText());
  }

  @Test
  default void another_tenant_finds_no_webhook_of_this_one() {
    var made = product().admin().post("/v1/webhooks", WANTED).expecting(201);
    var path = "/v1/webhooks/" + made.text("id");
    var other = product().anonymous().with(SecondTenant.in(product().database()).operatorKey());
    other.get(path).expecting(404);
    other.delete(path).expecting(404);
    other.post(path + "/replay", Map.of()).expecting(404);
    assertEquals(0, other.get("/v1/webhooks").expecting(200).json().path("webhooks").size());
    product().admin().delete(path).expecting(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"url\":\"https://127.0.0.1/\"}",
        "{\"url\":\"https://127.0.0.1/\",\"events\":[]}",
        "{\"url\":\"https://127.0.0.1/\",\"events\":[\"message.opened\"]}",
        "{\"url\":\"https://127.0.0.1/\",\"events\":[null]}",
        "{\"url\":\"https://127.0.0.1/\",\"events\":[\"message.sent\"],\"format\":\"cef\"}",
        "{\"url\":\"https://127.0.0.1/\",\"events\":[\"message.sent\"],\"from\":-1}",
        "{\"url\":\"https://127.0.0.1/\",\"events\":[\"message.sent\"],\"from\":[]}",
        "{\"url\":\"https://127.0.0.1/\",\"events\":[\"message.sent\"],\"mailbox_id\":\"x\"}",
        "{\"url\":\"ftp://127.0.0.1/\",\"events\":[\"message.sent\"]}",
        "{\"url\":\"https://a@127.0.0.1/\",\"events\":[\"message.sent\"]}",
        "{\"url\":\"https://0x7f.1/\",\"events\":[\"message.sent\"]}",
        "{\"url\":\"https://no-such-host.invalid/\",\"events\":[\"message.sent\"]}"
      })
  default void what_cannot_be_subscribed_to_is_refused(String body) {
    var answer = product().admin().postRaw("/v1/webhooks", body).expecting(400);
    assertFalse(answer.text("field").isEmpty(), answer.body());
  }
}
