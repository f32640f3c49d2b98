package dev.countersign.conformance.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.host.domains.Inquiries;
import dev.countersign.host.platform.Limit;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures how long the sender's call waits for domain intelligence. The short run keeps the
 * benchmark working and is worth nothing as a figure; {@code ./countersign bench} asks for the long
 * one.
 */
class LookupBenchmarkTest {
  private static final boolean FULL = "full".equals(System.getProperty("countersign.bench"));
  private static final int DOMAINS = FULL ? 1000 : 24;
  private static final int CALLERS = 8;
  private static final Path TABLE = Path.of("target", "domain-lookups.txt");
  private static final Duration DEADLINE = Duration.ofMillis(Limit.DOMAIN_DEADLINE_MS.byDefault());

  @TempDir Path folder;

  private record Call(long nanos, boolean complete, boolean known, Level dnssec) {}

  /** All of these domains, by several callers at a time. */
  private static Spread measured(String what, Inquiries server, List<String> domains)
      throws Exception {
    var calls = calls(server, domains);
    return Spread.of(
        what,
        calls.stream().map(Call::nanos).toList(),
        calls.stream().filter(Call::complete).count());
  }

  private static List<Call> calls(Inquiries server, List<String> domains) throws Exception {
    try (var callers = Executors.newFixedThreadPool(CALLERS)) {
      List<Callable<Call>> all = new ArrayList<>();
      domains.forEach(domain -> all.add(() -> call(server, domain)));
      List<Call> done = new ArrayList<>();
      for (Future<Call> each : callers.invokeAll(all)) {
        done.add(each.get());
      }
      return done;
    }
  }

  private static Call call(Inquiries server, String domain) {
    long begin = System.nanoTime();
    var found = server.ask(List.of(domain), DEADLINE).values().iterator().next();
    long nanos = System.nanoTime() - begin;
    boolean known =
        found.findings().values().stream().noneMatch(each -> each.level() == Level.UNKNOWN);
    return new Call(nanos, found.complete(), known, found.level(Signal.DNSSEC));
  }

  private static List<String> known(Inquiries server, List<String> domains) throws Exception {
    var calls = calls(server, domains);
    List<String> known = new ArrayList<>();
    for (int i = 0; i < domains.size(); i++) {
      if (calls.get(i).known()) {
        assertEquals(Level.GOOD, calls.get(i).dnssec(), "every domain is signed and validated");
        known.add(domains.get(i));
      }
    }
    return known;
  }

  @Test
  void the_senders_call_is_measured() throws Exception {
    var part = ReportPart.begin("domain-lookups");
    try (var internet = new Internet(folder, DOMAINS)) {
      List<Spread> table = new ArrayList<>();
      var domains = Internet.names("example", DOMAINS);
      warm(internet);
      var server = internet.server(internet.resolver());
      table.add(measured("cold", server, domains));
      var known = known(server, domains);
      assertTrue(known.size() > DOMAINS / 2, () -> "of " + DOMAINS + " only " + known.size());
      table.add(cached("cached", server, known));
      table.add(besides("cached, while a registry is silent", server, known));
      var two = internet.server(internet.silentResolver() + ", " + internet.resolver());
      table.add(measured("cold, the first of two resolvers silent", two, domains));
      var dead = internet.server(internet.silentResolver());
      table.add(measured("cold, the only resolver silent", dead, domains));
      StringBuilder text = new StringBuilder(Spread.HEAD);
      table.forEach(each -> text.append(each.row()));
      Files.writeString(TABLE, text);
      if (FULL) {
        part.fact("seed", Internet.SEED).fact("table", text.toString().lines().toList()).passed();
      }
    }
  }

  private static Spread cached(String what, Inquiries server, List<String> known) throws Exception {
    var spread = measured(what, server, known);
    assertEquals(known.size(), spread.complete(), "what is known has to be answered at once");
    return spread;
  }

  /** While others wait for a registry that is down, calls about known domains are answered. */
  private static Spread besides(String what, Inquiries server, List<String> known)
      throws Exception {
    try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          Internet.names("test", CALLERS).stream()
              .map(domain -> others.submit(() -> call(server, domain)))
              .toList();
      var spread = cached(what, server, known);
      for (var each : waiting) {
        assertTrue(!each.get().known(), "nobody answers for these");
      }
      return spread;
    }
  }

  /** What is not compiled yet is not what is measured. */
  private static void warm(Internet internet) throws Exception {
    var server = internet.server(internet.resolver());
    var few = Internet.names("example", Math.min(DOMAINS, 200));
    for (int i = 0; i < (FULL ? 20 : 1); i++) {
      calls(server, few);
    }
  }
}
