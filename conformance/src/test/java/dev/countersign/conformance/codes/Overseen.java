package dev.countersign.conformance.codes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Api;
import dev.countersign.conformance.running.CodeMails;
import dev.countersign.conformance.running.Product;
import dev.countersign.conformance.running.SecondTenant;
import java.util.List;
import java.util.Map;

/**
 * A tenant with an agent that administers, and the mail of its overseer.
 *
 * @param helper an agent's key with the scope admin, which is no operator's
 */
record Overseen(Api operator, Api agent, Api helper, String mailbox, CodeMails codes) {
  /** A tenant of its own, so that no other test asks for its codes. */
  static Overseen on(Product product) {
    var tenant = SecondTenant.in(product.database());
    return of(
        product,
        product.anonymous().with(tenant.operatorKey()),
        product.anonymous().with(tenant.agentKey()),
        tenant.mailboxId());
  }

  /** The product's own tenant, whose log is audited. */
  static Overseen first(Product product) {
    return of(product, product.admin(), product.agent(), product.newMailbox());
  }

  private static Overseen of(Product product, Api operator, Api agent, String mailbox) {
    var helper =
        operator
            .post(
                "/v1/api-keys",
                Map.of("name", "helper", "scopes", List.of("admin"), "holder", "agent"))
            .expecting(201)
            .text("api_key");
    return new Overseen(
        operator,
        agent,
        product.anonymous().with(helper),
        mailbox,
        new CodeMails(product.mail(), overseer(operator)));
  }

  private static String overseer(Api operator) {
    for (JsonNode key : operator.get("/v1/api-keys").expecting(200).json().path("api_keys")) {
      if (key.path("holder_role").asText().equals("person")) {
        return key.path("holder_email").asText();
      }
    }
    throw new AssertionError("nobody oversees");
  }

  Answer ask(String mode) {
    return agent.post(path() + "/request-upgrade", Map.of("target_mode", mode));
  }

  Answer upgrade(String code) {
    return agent.post(path() + "/upgrade", Map.of("code", code));
  }

  String mode() {
    return operator.get(path()).expecting(200).text("oversight_mode");
  }

  private String path() {
    return "/v1/mailboxes/" + mailbox;
  }
}
