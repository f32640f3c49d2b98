package dev.countersign.host.domains.signals;

import dev.countersign.host.domains.Finding;
import dev.countersign.host.domains.blocklists.Blocklist;
import dev.countersign.host.domains.blocklists.ListAnswer;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Is the domain on a list of domains in the DNS, or a host that takes its mail on a list of
 * addresses (RFC 5782)? A list that refuses, is over its quota or fails its own test entries says
 * nothing: neither listed nor clean. All lists are asked at once.
 */
public final class BlocklistSignal implements NetworkSignal {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration STALE = Duration.ofMinutes(20);

  private final List<Blocklist> lists;
  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

  public BlocklistSignal(List<Blocklist> lists) {
    this.lists = List.copyOf(lists);
  }

  @Override
  public Signal signal() {
    return Signal.BLOCKLIST;
  }

  @Override
  public String source() {
    return "DNS blocklists "
        + lists.stream().map(Blocklist::zone).collect(Collectors.joining(", "));
  }

  @Override
  public Duration fresh() {
    return FRESH;
  }

  @Override
  public Duration stale() {
    return STALE;
  }

  @Override
  public Finding look(String domain) {
    Map<String, CompletableFuture<ListAnswer>> answers = new LinkedHashMap<>();
    lists.forEach(
        list ->
            answers.put(
                list.zone(), CompletableFuture.supplyAsync(() -> list.ask(domain), threads)));
    List<String> listing = new ArrayList<>();
    List<String> unusable = new ArrayList<>();
    answers.forEach(
        (zone, answer) -> {
          switch (answer.join()) {
            case LISTED -> listing.add(zone);
            case UNUSABLE -> unusable.add(zone);
            case NOT_LISTED -> {}
          }
        });
    if (!listing.isEmpty()) {
      return Finding.of(
          signal(),
          listing.size() > 1 ? Level.SECOND : Level.FIRST,
          "is on the blocklist " + String.join(" and ", listing));
    }
    return unusable.isEmpty()
        ? Finding.of(signal(), Level.GOOD, "is on no blocklist")
        : Finding.unknown(signal(), "no usable answer from " + String.join(", ", unusable));
  }
}
