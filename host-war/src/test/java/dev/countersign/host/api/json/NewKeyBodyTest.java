package dev.countersign.host.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.host.desk.KeyDesk;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scopes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewKeyBodyTest {
  private static final Limits LIMITS = new Limits();

  @Test
  void without_scopes_a_key_only_reads() {
    var body = new NewKeyBody("k", null, null, null, null, null);
    assertEquals(new Scopes(true, false, false, false), body.wanted());
    assertEquals(Role.AGENT, body.holder(LIMITS).role());
  }

  @Test
  void a_key_that_decides_is_a_persons_found_by_address_in_lower_case() {
    var body = new NewKeyBody("k", List.of("oversight"), "Ciso@Acme.example", null, null, null);
    var whose =
        new KeyDesk.Holder(Role.PERSON, "k", Optional.of("ciso@acme.example"), Optional.empty());
    assertEquals(whose, body.holder(LIMITS));
  }

  @Test
  void a_key_that_decides_names_its_person() {
    var body = new NewKeyBody("k", List.of("oversight", "admin"), null, null, null, null);
    var refused = assertThrows(Problem.class, () -> body.holder(LIMITS));
    assertEquals("approver_email", refused.body().get("field"));
  }

  @Test
  void an_admin_key_is_an_operators() {
    var body = new NewKeyBody("k", List.of("admin"), null, null, null, null);
    assertEquals(Role.OPERATOR, body.holder(LIMITS).role());
  }

  @Test
  void one_more_key_of_an_agent_names_the_agent() {
    var body = new NewKeyBody("k", List.of("send"), null, "agent_1", null, null);
    assertEquals(Optional.of("agent_1"), body.holder(LIMITS).id());
  }

  @Test
  void a_part_of_the_server_holds_no_key() {
    var body = new NewKeyBody("k", List.of("read"), null, null, "dispatcher", null);
    assertThrows(Problem.class, () -> body.holder(LIMITS));
  }

  @Test
  void an_unknown_scope_is_refused_and_not_left_out() {
    var body = new NewKeyBody("k", List.of("read", "root"), null, null, null, null);
    assertEquals("scopes", assertThrows(Problem.class, body::wanted).body().get("field"));
  }
}
