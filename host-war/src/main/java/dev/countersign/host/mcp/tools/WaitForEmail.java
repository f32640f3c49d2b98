package dev.countersign.host.mcp.tools;

import dev.countersign.host.mcp.rest.RestCall;
import dev.countersign.host.messages.Arrivals;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.storage.Transactions;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Waits for mail. What is there is asked of the API, so that the kernel says what may be seen;
 * between two such calls only a number is looked at, which tells that something has happened.
 */
@ApplicationScoped
class WaitForEmail implements Tool.Work {
  private static final int USUAL_SECONDS = 30;
  private static final int ROWS = 5;
  private static final Duration PROGRESS = Duration.ofSeconds(3);

  @Inject Waits waits;
  @Inject Arrivals arrivals;
  @Inject Transactions transactions;
  @Inject Limits limits;

  @Override
  public CallToolResult run(ToolCall call) {
    String mailbox = call.mailbox();
    var place = waits.take(String.valueOf(call.speaker().actor().keyId()));
    try {
      var newest = rows(call.object(listing(mailbox, Map.of("limit", 1))));
      String since = newest.isEmpty() ? "" : String.valueOf(newest.getFirst().get("id"));
      return Shape.LISTED.of(awaited(call, mailbox, since));
    } finally {
      place.close();
    }
  }

  private Map<String, Object> awaited(ToolCall call, String mailbox, String since) {
    long start = System.nanoTime();
    long seconds =
        call.argument("timeout_seconds") instanceof Number n ? n.longValue() : USUAL_SECONDS;
    long end = start + Duration.ofSeconds(seconds).toNanos();
    long told = start;
    long seen = 0;
    boolean ended = false;
    while (!ended) {
      long now = System.nanoTime();
      ended = now >= end;
      long changes = changes(call, mailbox, since);
      // The last look asks the API in any case: the key may have been revoked meanwhile.
      if (changes != seen || ended) {
        seen = changes;
        var found = call.object(wanted(call, mailbox, since));
        if (!rows(found).isEmpty()) {
          return result(found, now - start, false);
        }
      }
      if (!ended) {
        told = tell(call, start, told, seconds);
        ended = waits.pause(limits.duration(Limit.MCP_WAIT_POLL_MS));
      }
    }
    return result(Map.of("emails", List.of()), System.nanoTime() - start, true);
  }

  private long tell(ToolCall call, long start, long told, long seconds) {
    long now = System.nanoTime();
    if (now != start && now - told < PROGRESS.toNanos() && told != start) {
      return told;
    }
    long waited = Duration.ofNanos(now - start).toSeconds();
    call.progress()
        .at(
            (double) waited,
            (double) seconds,
            String.format(Locale.ROOT, "no mail after %d s", waited));
    return now;
  }

  private long changes(ToolCall call, String mailbox, String since) {
    return transactions.run(() -> arrivals.changes(call.speaker().tenantId(), mailbox, since));
  }

  private static RestCall wanted(ToolCall call, String mailbox, String since) {
    var query = new LinkedHashMap<String, Object>();
    if (!since.isEmpty()) {
      query.put("since_id", since);
    }
    query.put("status", "unread");
    query.put("limit", ROWS);
    if (call.argument("filter") instanceof Map<?, ?> filter) {
      for (var name : List.of("sender", "subject_contains")) {
        var value = filter.get(name);
        if (value != null) {
          query.put(name, value);
        }
      }
    }
    return listing(mailbox, query);
  }

  private static RestCall listing(String mailbox, Map<String, ?> query) {
    return RestCall.get("/v1/mailboxes/" + RestCall.segment(mailbox) + "/emails", query);
  }

  private static List<Map<String, Object>> rows(Map<String, Object> listed) {
    return listed.get("emails") instanceof List<?> all
        ? all.stream().map(Shape::members).toList()
        : List.of();
  }

  private static Map<String, Object> result(
      Map<String, Object> found, long nanos, boolean timedOut) {
    var result = new LinkedHashMap<String, Object>();
    result.put("timed_out", timedOut);
    result.put("waited_seconds", Duration.ofNanos(nanos).toSeconds());
    result.put("emails", found.getOrDefault("emails", List.of()));
    return result;
  }
}
