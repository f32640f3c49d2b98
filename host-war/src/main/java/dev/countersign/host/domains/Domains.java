package dev.countersign.host.domains;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.kernel.Assessment;
import dev.countersign.kernel.DomainScore;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Signal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;

/**
 * Judges domains: asks every source at once, waits no longer than it may, and lets the kernel
 * score.
 */
@ApplicationScoped
public class Domains {
  @Inject Config config;
  @Inject Limits limits;
  @Inject InstantSource time;
  @Inject OwnKnowledge own;

  @SuppressWarnings("NullAway.Init") // set before the first call
  private Sources sources;

  @SuppressWarnings("NullAway.Init") // set before the first call
  private Lookups lookups;

  @PostConstruct
  void begin() {
    var settings = DomainSettings.of(property -> config.getOptionalValue(property, String.class));
    sources = Sources.of(settings, limits, time);
    lookups =
        new Lookups(
            limits.value(Limit.DOMAIN_CACHE_COUNT), limits.duration(Limit.DOMAIN_SCAN_MS), time);
  }

  /** Judges each domain once; whatever has no answer in time is unknown. */
  public Judgement judge(String tenantId, Collection<String> domains, Duration patience) {
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
    List<Judged> judged = new ArrayList<>();
    asked.forEach((domain, answers) -> judged.add(judged(tenantId, domain, answers)));
    return new Judgement(judged);
  }

  /** Who is asked, and what is off. */
  Sources sources() {
    return sources;
  }

  private Map<Signal, CompletableFuture<Finding>> ask(String domain) {
    Map<Signal, CompletableFuture<Finding>> answers = new EnumMap<>(Signal.class);
    sources.network().forEach(each -> answers.put(each.signal(), lookups.ask(each, domain)));
    return answers;
  }

  private Judged judged(
      String tenantId, String domain, Map<Signal, CompletableFuture<Finding>> answers) {
    var known = own.of(tenantId, domain);
    Map<Signal, Finding> findings = new EnumMap<>(Signal.class);
    sources.off().forEach(signal -> findings.put(signal, Finding.off(signal)));
    sources.local().forEach(each -> findings.put(each.signal(), each.look(domain)));
    known.findings().forEach(each -> findings.putIfAbsent(each.signal(), each));
    boolean complete = true;
    for (var answer : answers.entrySet()) {
      complete &= answer.getValue().isDone();
      findings.put(
          answer.getKey(),
          answer.getValue().getNow(Finding.unknown(answer.getKey(), "no answer in time")));
    }
    Assessment assessment = DomainScore.assess(levels(findings));
    Risk risk =
        DomainScore.overridden(
            assessment.risk(), known.override(), limits.count(Limit.RISK_FLAG_FROM_THOUSANDTHS));
    var report =
        ReportWriter.write(
            domain, findings, assessment, risk, known.override(), sources.names(), time.instant());
    return new Judged(risk, report, complete);
  }

  private static Map<Signal, Level> levels(Map<Signal, Finding> findings) {
    Map<Signal, Level> levels = new EnumMap<>(Signal.class);
    findings.forEach((signal, finding) -> levels.put(signal, finding.level()));
    return levels;
  }
}
