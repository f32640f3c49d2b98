package dev.countersign.host.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.host.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewMailboxBodyTest {
  private static NewMailboxBody body(
      @Nullable String address, @Nullable String local, @Nullable String localPart) {
    return new NewMailboxBody(address, local, localPart, null, null, null, null, null, null, null);
  }

  @Test
  void a_local_part_gets_the_servers_own_domain() {
    assertEquals("bot@own.example", body(null, "bot", null).wanted("own.example"));
    assertEquals("bot@own.example", body(null, null, "Bot").wanted("own.example"));
  }

  @Test
  void a_whole_address_keeps_its_domain_under_every_name() {
    assertEquals("bot@x.org", body("Bot@X.org", null, null).wanted("own.example"));
    assertEquals("bot@x.org", body(null, "bot@x.org", null).wanted("own.example"));
  }

  @Test
  void two_addresses_or_none_or_one_with_a_name_are_refused() {
    assertThrows(Problem.class, () -> body("a@x.org", "a", null).wanted("own.example"));
    assertThrows(Problem.class, () -> body(null, null, null).wanted("own.example"));
    assertThrows(Problem.class, () -> body("A <a@x.org>", null, null).wanted("own.example"));
  }
}
