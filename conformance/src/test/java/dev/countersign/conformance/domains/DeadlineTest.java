package dev.countersign.conformance.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.domains.Finding;
import dev.countersign.host.domains.Inquiries;
import dev.countersign.host.domains.Inquiries.Found;
import dev.countersign.host.domains.Lookups;
import dev.countersign.host.domains.Sources;
import dev.countersign.host.domains.signals.NetworkSignal;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

/** The sender's call ends at its deadline, whoever is silent. */
class DeadlineTest {
  private static final Duration FOR_EVER = Duration.ofDays(1);
  private static final Duration HANGS = Duration.ofMinutes(1);
  private static final List<Signal> ASKED =
      List.of(Signal.MAIL_EXCHANGE, Signal.DMARC, Signal.BLOCKLIST, Signal.REGISTRATION);

  /** Answers at once, or never. */
  private record Source(Signal signal, boolean silent) implements NetworkSignal {
    @Override
    public String source() {
      return "the test";
    }

    @Override
    public Duration fresh() {
      return FOR_EVER;
    }

    @Override
    public Duration stale() {
      return FOR_EVER;
    }

    @Override
    public Finding look(String domain) throws InterruptedException {
      if (silent) {
        new CountDownLatch(1).await();
      }
      return Finding.of(signal, Level.GOOD, "answered");
    }
  }

  /** Whoever asks about several domains, within a deadline. */
  @FunctionalInterface
  private interface Asking {
    Map<String, Found> ask(List<String> domains, Duration deadline);
  }

  private static Inquiries asking(Set<Signal> silent) {
    List<NetworkSignal> network =
        ASKED.stream()
            .<NetworkSignal>map(signal -> new Source(signal, silent.contains(signal)))
            .toList();
    return new Inquiries(
        new Sources(network, List.of(), Set.of()),
        new Lookups(100, FOR_EVER, InstantSource.system()));
  }

  @Property(tries = 60)
  void whoever_is_silent_the_call_ends_and_silence_is_unknown(
      @ForAll @Size(max = 4) @UniqueElements List<@IntRange(max = 3) Integer> silent,
      @ForAll @IntRange(min = 1, max = 5) int recipients,
      @ForAll @IntRange(max = 30) int deadlineMillis) {
    var sources = Set.copyOf(silent.stream().map(ASKED::get).toList());
    var deadline = Duration.ofMillis(deadlineMillis);
    // A call that waits for the silent ones never ends; how long a minute takes does not matter.
    ends(asking(sources)::ask, sources, recipients, deadline, HANGS);
  }

  private static void ends(
      Asking asking, Set<Signal> sources, int recipients, Duration deadline, Duration hangs) {
    var domains = IntStream.range(0, recipients).mapToObj(i -> "d" + i + ".example").toList();
    var found = assertTimeoutPreemptively(hangs, () -> asking.ask(domains, deadline));
    assertEquals(recipients, found.size());
    for (var each : found.values()) {
      assertTrue(sources.isEmpty() || !each.complete());
      for (Signal signal : sources) {
        assertEquals(Level.UNKNOWN, each.level(signal));
      }
    }
  }

  /** What asks with one fault each. */
  private static Map<String, Asking> weak(Inquiries sound) {
    return Map.of(
        "waits for the silent ones",
        (domains, deadline) -> sound.ask(domains, FOR_EVER),
        "takes silence for a good answer",
        (domains, deadline) -> changed(sound.ask(domains, deadline), Level.GOOD, false),
        "takes silence for a listing",
        (domains, deadline) -> changed(sound.ask(domains, deadline), Level.THIRD, false),
        "says that all have answered",
        (domains, deadline) -> changed(sound.ask(domains, deadline), Level.UNKNOWN, true),
        "forgets a recipient",
        (domains, deadline) -> sound.ask(domains.subList(1, domains.size()), deadline));
  }

  private static Map<String, Found> changed(
      Map<String, Found> found, Level silence, boolean complete) {
    Map<String, Found> changed = new LinkedHashMap<>();
    found.forEach(
        (domain, each) -> {
          Map<Signal, Finding> findings = new EnumMap<>(each.findings());
          findings.replaceAll(
              (signal, finding) ->
                  finding.level() == Level.UNKNOWN
                      ? Finding.of(signal, silence, "nobody knows")
                      : finding);
          changed.put(domain, new Found(findings, complete));
        });
    return changed;
  }

  /** {@return how many faulty ways to ask were noticed} */
  static int plantedNoticed() {
    var silent = Set.of(Signal.BLOCKLIST);
    var deadline = Duration.ofMillis(5);
    var weak = weak(asking(silent));
    weak.forEach(
        (fault, asking) ->
            assertThrows(
                AssertionError.class,
                () -> ends(asking, silent, 2, deadline, Duration.ofSeconds(2)),
                fault));
    return weak.size();
  }

  @Property(tries = 20)
  void silence_of_one_source_hides_no_answer_of_another(@ForAll @IntRange(max = 3) int silent) {
    var source = ASKED.get(silent);
    var inquiries = asking(Set.of(source));
    assertTimeoutPreemptively(
        HANGS,
        () -> {
          // Asked again until the others have answered: the deadline is too short for some
          // machines.
          while (true) {
            var found =
                inquiries
                    .ask(List.of("shop.example"), Duration.ofMillis(1))
                    .values()
                    .iterator()
                    .next();
            var answered =
                ASKED.stream().filter(signal -> found.level(signal) == Level.GOOD).toList();
            if (answered.size() == ASKED.size() - 1) {
              assertTrue(!answered.contains(source));
              return;
            }
          }
        });
  }
}
