package dev.countersign.conformance.benchmarks;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The guards of an approval as a policy of Cedar's, parsed and cached once: the library decides
 * whether it is allowed, and leaves what the message then is to others.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CedarDecisions {
  private static final String POLICY =
      """
      permit(principal is Person, action == Action::"approve", resource is Message)
      when {
        principal.oversight &&
        principal != resource.composer &&
        !resource.approvers.contains(principal) &&
        resource.status == "pending_send_approval" &&
        context.digest == resource.digest &&
        context.now < resource.deadline
      };
      """;

  private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
  private final PolicySet policies = cached();
  private final Entities entities = entities();
  private final AuthorizationRequest[] requests = {request("01020304"), request("01020305")};
  private int next;

  private static PolicySet cached() {
    try {
      PolicySet policies = PolicySet.parsePolicies(POLICY);
      policies.cache();
      return policies;
    } catch (Exception unparsed) {
      throw new IllegalStateException(unparsed);
    }
  }

  private static EntityUID uid(String text) {
    return EntityUID.parse(text).orElseThrow();
  }

  private static Entities entities() {
    Map<String, Value> person = Map.of("oversight", new PrimBool(true));
    Map<String, Value> message =
        Map.of(
            "composer", uid("Agent::\"11\""),
            "approvers", new com.cedarpolicy.value.CedarList(java.util.List.of()),
            "status", new PrimString("pending_send_approval"),
            "digest", new PrimString("01020304"),
            "deadline", new PrimLong(90_000_000L));
    return new Entities(
        Set.of(
            new Entity(uid("Person::\"21\""), person, Set.of()),
            new Entity(uid("Message::\"1\""), message, Set.of())));
  }

  private static AuthorizationRequest request(String digest) {
    Map<String, Value> context =
        Map.of("digest", new PrimString(digest), "now", new PrimLong(1000L));
    return new AuthorizationRequest(
        uid("Person::\"21\""), uid("Action::\"approve\""), uid("Message::\"1\""), context);
  }

  /** Takes turns: an approval of these bytes, and one of others. */
  @Benchmark
  public AuthorizationResponse approve() throws AuthException {
    return engine.isAuthorized(requests[next++ & 1], policies, entities);
  }

  /** Whether the question is the same: of these bytes yes, of others no. */
  boolean allows(boolean theseBytes) throws AuthException {
    return engine
        .isAuthorized(requests[theseBytes ? 0 : 1], policies, entities)
        .success
        .orElseThrow()
        .isAllowed();
  }
}
