package dev.countersign.host.evidence;

import dev.countersign.host.domains.Coverage;
import dev.countersign.host.domains.DomainSettings;
import dev.countersign.host.domains.files.FileOrigin;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** What domain intelligence covers here: the settings in force, and how far it reached. */
@ApplicationScoped
class DomainCoverage {
  @Inject Config config;
  @Inject Limits limits;
  @Inject Coverage coverage;

  /**
   * The settings, and what became of the messages of the last days.
   *
   * @param resolvers how many are asked; none where the DNS is off
   * @param dnssec validate, trusted or off
   * @param blocklists zones, those of domains first, then those of addresses
   * @param cacheFindings how many findings are kept in memory at most
   * @param waitMs how long the scanner waits for answers, in milliseconds
   */
  record Covered(
      int resolvers,
      String dnssec,
      List<String> blocklists,
      List<ListFile> lists,
      long cacheFindings,
      long waitMs,
      int days,
      Coverage.Reach reach) {}

  /** A list in use: its age is its file's, and one that is shipped is as old as the build. */
  record ListFile(String use, String file, @Nullable String changedAt) {}

  /** Inside a transaction. */
  Covered of(String tenant, Instant now, int days) {
    var settings = DomainSettings.of(property -> config.getOptionalValue(property, String.class));
    return new Covered(
        settings.resolvers().size(),
        settings.dnssec().name().toLowerCase(Locale.ROOT),
        Stream.concat(settings.blocklists().stream(), settings.addressBlocklists().stream())
            .toList(),
        lists(settings),
        limits.value(Limit.DOMAIN_CACHE_COUNT),
        limits.value(Limit.DOMAIN_SCAN_MS),
        days,
        coverage.of(
            tenant,
            now.minus(Duration.ofDays(days)).toEpochMilli(),
            now.plusSeconds(1).toEpochMilli()));
  }

  private static List<ListFile> lists(DomainSettings settings) {
    List<ListFile> lists = new ArrayList<>();
    lists.add(listed("disposable addresses", settings.disposable()));
    lists.add(listed("registries (RDAP)", settings.rdapBootstrap()));
    settings.threatLists().forEach(file -> lists.add(listed("threats", Optional.of(file))));
    return lists;
  }

  // Where an operator keeps a list is nobody else's business; its name is enough.
  private static ListFile listed(String use, Optional<FileOrigin> origin) {
    if (origin.isEmpty()) {
      return new ListFile(use, "shipped with the build", null);
    }
    return switch (origin.get()) {
      case FileOrigin.Here(Path path) ->
          new ListFile(use, String.valueOf(path.getFileName()), changed(path));
      case FileOrigin.There(URI address) ->
          new ListFile(use, "fetched from " + address.getHost(), null);
    };
  }

  private static @Nullable String changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant().toString();
    } catch (IOException unreadable) {
      return null;
    }
  }
}
