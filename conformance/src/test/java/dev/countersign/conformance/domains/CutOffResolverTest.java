package dev.countersign.conformance.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.host.domains.dns.Resolvers;
import dev.countersign.host.domains.signals.MailExchangeSignal;
import dev.countersign.kernel.Level;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That a name does not exist is believed only of a resolver that knows the root of the DNS. */
class CutOffResolverTest {
  private static final String GONE = "gone.example";

  private final LoopbackDns server = new LoopbackDns();
  private final Resolvers dns = new Resolvers(List.of(server.address()), Duration.ofMillis(300));

  @AfterEach
  void close() {
    server.close();
  }

  private Level asked(String domain) {
    return new MailExchangeSignal(dns).look(domain).level();
  }

  @Test
  void who_denies_the_root_too_says_nothing() {
    server.failing(LoopbackDns.Fault.DENIES_EVERYTHING);
    assertEquals(Level.UNKNOWN, asked(GONE));
  }

  @ParameterizedTest
  @EnumSource(
      value = LoopbackDns.Fault.class,
      names = {"SILENCE", "SERVFAIL", "REFUSED", "GARBAGE", "ANOTHER_QUESTION"})
  void who_denies_a_name_and_fails_about_the_root_says_nothing(LoopbackDns.Fault fault) {
    server.with("other.example. IN A 192.0.2.1").failing(".", fault);
    assertEquals(Level.UNKNOWN, asked(GONE));
  }

  @Test
  void who_knows_the_root_is_believed_and_not_asked_about_it_each_time() {
    server.with("other.example. IN A 192.0.2.1");
    assertEquals(Level.THIRD, asked(GONE));
    int first = server.questions();
    assertEquals(Level.THIRD, asked("also." + GONE));
    assertEquals(first - 1, server.questions() - first);
  }
}
