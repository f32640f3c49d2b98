package dev.countersign.conformance.api;

import dev.countersign.conformance.api.Described.Operation;
import dev.countersign.conformance.api.Party.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Random calls of two tenants to every operation; what answers tell goes into later calls. */
final class Fuzzer {
  /** A call that was made, for the comparison with the ledger. */
  record Made(Call call, boolean keyed, Reply reply) {}

  private final Described api;
  private final Line line;
  private static final List<Kind> KINDS = List.of(Kind.values());

  private final Random random;
  private final Oracle oracle;
  private final Map<String, String> faults = new TreeMap<>();
  private final Map<String, Made> made = new HashMap<>();
  private int succeeded;

  Fuzzer(Described api, Line line, Random random) {
    this.api = api;
    this.line = line;
    this.random = random;
    this.oracle = new Oracle(api);
  }

  /** One call to every operation, by one of the two. */
  void round(Party one, Party two) {
    for (var operation : api.operations()) {
      boolean first = random.nextInt(3) > 0;
      call(operation, first ? one : two, first ? two : one);
    }
  }

  private void call(Operation operation, Party by, Party other) {
    var call = new ValidCalls(by, random).of(operation);
    if (random.nextInt(3) > 0) {
      call = new Mangling(random, ids(other)).spoil(call);
    }
    var key = key(operation, by);
    var reply = line.make(call, key);
    made.put(reply.requestId(), new Made(call, key.isPresent(), reply));
    for (var fault : oracle.faults(call, reply, List.of(other.canary()))) {
      faults.putIfAbsent(operation + " " + fault, call + "\n      → " + brief(reply));
    }
    if (reply.succeeded()) {
      succeeded++;
      if (reply.type().endsWith("json")) {
        by.pool().harvest(operation, reply.json());
      }
    }
  }

  private static String brief(Reply reply) {
    var body = reply.body();
    return reply.status() + " " + (body.length() > 300 ? body.substring(0, 300) + "…" : body);
  }

  /** Mostly one that may, so that something happens. */
  private Optional<String> key(Operation operation, Party by) {
    var may = Matrix.kinds(operation, true);
    if (!may.isEmpty() && random.nextInt(10) < 8) {
      return Optional.of(by.key(may.get(random.nextInt(may.size()))));
    }
    return random.nextInt(3) == 0
        ? Optional.empty()
        : Optional.of(by.key(KINDS.get(random.nextInt(KINDS.size()))));
  }

  private static List<String> ids(Party party) {
    List<String> all = new ArrayList<>();
    party
        .pool()
        .kinds()
        .forEach(kind -> party.pool().newest(kind).filter(Pool::isId).ifPresent(all::add));
    return all;
  }

  /** {@return what was wrong, each with the call that showed it first} */
  Map<String, String> faults() {
    return faults;
  }

  /** {@return the calls by their ids} */
  Map<String, Made> made() {
    return made;
  }

  int succeeded() {
    return succeeded;
  }
}
