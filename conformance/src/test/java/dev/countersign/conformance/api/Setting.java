package dev.countersign.conformance.api;

import dev.countersign.conformance.api.Described.Operation;
import dev.countersign.conformance.api.Party.Kind;
import dev.countersign.conformance.running.Waiting;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Furnishes a tenant: whatever the description knows how to make is made once, by those who may.
 */
final class Setting {
  private static final Pattern NO_MAKING =
      Pattern.compile(".*/(suspend|lift|dry-run|cancel|challenge)|/decide.*|/cancel.*");

  private final Described api;
  private final Line line;
  private final Random random;

  Setting(Described api, Line line, Random random) {
    this.api = api;
    this.line = line;
    this.random = random;
  }

  void furnish(Party party) {
    var calls = new ValidCalls(party, random);
    for (var operation : api.operations()) {
      boolean makes = operation.verb().equals("POST") || operation.verb().equals("PUT");
      if (makes && !NO_MAKING.matcher(operation.path()).matches() && !operation.open()) {
        Stream.of(Kind.AGENT, Kind.OPERATOR, Kind.PERSON)
            .filter(kind -> kind.allowed(operation))
            .findFirst()
            .ifPresent(kind -> told(party, calls.of(operation), kind));
      }
    }
    awaitPending(party);
    for (var operation : api.operations()) {
      if (operation.verb().equals("GET") && !operation.path().contains("{") && !operation.open()) {
        told(party, calls.of(operation), Kind.OPERATOR);
      }
    }
  }

  /** Sends one more message and waits until it waits for a person. */
  void hold(Party party) {
    var send = operation("POST", "/v1/mailboxes/{id}/send");
    told(party, new ValidCalls(party, random).of(send), Kind.AGENT);
    awaitPending(party);
  }

  private void awaitPending(Party party) {
    var list = operation("GET", "/v1/mailboxes/{id}/emails");
    var call = new ValidCalls(party, random).of(list);
    Waiting.until(
        "a message waits for a person",
        Duration.ofSeconds(20),
        () -> told(party, call, Kind.PERSON).body(),
        body -> body.contains("pending_send_approval") && !body.contains("pending_scan"));
  }

  private Operation operation(String verb, String path) {
    return api.operations().stream()
        .filter(each -> each.verb().equals(verb) && each.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private Reply told(Party party, Call call, Kind kind) {
    var reply = line.make(call, Optional.of(party.key(kind)));
    if (reply.succeeded() && reply.type().endsWith("json")) {
      party.pool().harvest(call.operation(), reply.json());
    }
    return reply;
  }

  /** {@return the operations in an order that ends things last} */
  static List<Operation> gentlyOrdered(Described api) {
    return api.operations().stream().sorted(Comparator.comparingInt(Setting::harm)).toList();
  }

  private static int harm(Operation operation) {
    return switch (operation.verb()) {
      case "GET" -> 0;
      case "DELETE" -> 3;
      default -> NO_MAKING.matcher(operation.path()).matches() ? 2 : 1;
    };
  }

  /** {@return whether it needs a message that nobody has decided about} */
  static boolean takesOneThatWaits(Operation operation) {
    return operation.path().matches(".*(cancel|decide|schedule|approve).*");
  }

  /** {@return whether afterwards the tenant has to be furnished again} */
  static boolean ends(Operation operation) {
    return operation.path().endsWith("/suspend")
        || (operation.verb().equals("DELETE")
            && operation.path().matches("/v1/(account|mailboxes/\\{\\w+})"));
  }
}
