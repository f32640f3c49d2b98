package dev.countersign.host.domains;

import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks every source about several domains at once, and waits no longer than it may. */
public final class Inquiries {
  private final Sources sources;
  private final Lookups lookups;

  public Inquiries(Sources sources, Lookups lookups) {
    this.sources = sources;
    this.lookups = lookups;
  }

  /**
   * What was found about one domain.
   *
   * @param findings of every signal but those from the server's own records
   * @param complete every source had answered, or had said that it will not
   */
  public record Found(Map<Signal, Finding> findings, boolean complete) {
    /** What this signal says; unknown where it was not asked for. */
    public Level level(Signal signal) {
      var finding = findings.get(signal);
      return finding == null ? Level.UNKNOWN : finding.level();
    }
  }

  /** Asks about each domain once; whatever has no answer in time is unknown. */
  public Map<String, Found> ask(Collection<String> domains, Duration patience) {
    Map<String, Map<Signal, CompletableFuture<Finding>>> asked = new LinkedHashMap<>();
    for (String domain : domains) {
      asked.computeIfAbsent(domain, this::ask);
    }
    var all =
        CompletableFuture.allOf(
            asked.values().stream()
                .flatMap(each -> each.values().stream())
                .toArray(CompletableFuture[]::new));
    all.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS).join();
    Map<String, Found> found = new LinkedHashMap<>();
    asked.forEach((domain, answers) -> found.put(domain, found(domain, answers)));
    return found;
  }

  private Map<Signal, CompletableFuture<Finding>> ask(String domain) {
    Map<Signal, CompletableFuture<Finding>> answers = new EnumMap<>(Signal.class);
    sources.network().forEach(each -> answers.put(each.signal(), lookups.ask(each, domain)));
    return answers;
  }

  private Found found(String domain, Map<Signal, CompletableFuture<Finding>> answers) {
    Map<Signal, Finding> findings = new EnumMap<>(Signal.class);
    sources.off().forEach(signal -> findings.put(signal, Finding.off(signal)));
    sources.local().forEach(each -> findings.put(each.signal(), each.look(domain)));
    boolean complete = true;
    for (var answer : answers.entrySet()) {
      complete &= answer.getValue().isDone();
      findings.put(
          answer.getKey(),
          answer.getValue().getNow(Finding.unknown(answer.getKey(), "no answer in time")));
    }
    return new Found(findings, complete);
  }
}
