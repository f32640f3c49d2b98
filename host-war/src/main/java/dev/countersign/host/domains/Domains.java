package dev.countersign.host.domains;

import dev.countersign.host.domains.files.FetchPolicy;
import dev.countersign.host.domains.files.KeptFiles;
import dev.countersign.host.firststart.DataFolder;
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
import java.util.List;
import java.util.Map;
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
  @Inject DataFolder data;

  @SuppressWarnings("NullAway.Init") // set before the first call
  private Sources sources;

  @SuppressWarnings("NullAway.Init") // set before the first call
  private Inquiries inquiries;

  @PostConstruct
  void begin() {
    var settings = DomainSettings.of(property -> config.getOptionalValue(property, String.class));
    var files = new KeptFiles(data.path().resolve("domain-files"), FetchPolicy.of(limits), time);
    sources = Sources.of(settings, limits, files);
    var lookups =
        new Lookups(
            limits.value(Limit.DOMAIN_CACHE_COUNT), limits.duration(Limit.DOMAIN_SCAN_MS), time);
    inquiries = new Inquiries(sources, lookups);
  }

  /** Judges each domain once; whatever has no answer in time is unknown. */
  public Judgement judge(String tenantId, Collection<String> domains, Duration patience) {
    List<Judged> judged = new ArrayList<>();
    inquiries
        .ask(domains, patience)
        .forEach((domain, found) -> judged.add(judged(tenantId, domain, found)));
    return new Judgement(judged);
  }

  /** Is this a domain of addresses that are thrown away? Of one that is unknown, no. */
  public boolean disposable(String domain) {
    return sources.local().stream()
        .filter(each -> each.signal() == Signal.DISPOSABLE)
        .anyMatch(each -> each.look(domain).level() == Level.FIRST);
  }

  /** Who is asked, and what is off. */
  Sources sources() {
    return sources;
  }

  private Judged judged(String tenantId, String domain, Inquiries.Found found) {
    var known = own.of(tenantId, domain);
    var findings = found.findings();
    known.findings().forEach(each -> findings.putIfAbsent(each.signal(), each));
    Assessment assessment = DomainScore.assess(levels(findings));
    Risk risk = DomainScore.overridden(assessment.risk(), known.override(), known.flagFrom());
    var report =
        ReportWriter.write(
            domain, findings, assessment, risk, known, sources.names(), time.instant());
    return new Judged(risk, report, found.complete());
  }

  private static Map<Signal, Level> levels(Map<Signal, Finding> findings) {
    Map<Signal, Level> levels = new EnumMap<>(Signal.class);
    findings.forEach((signal, finding) -> levels.put(signal, finding.level()));
    return levels;
  }
}
