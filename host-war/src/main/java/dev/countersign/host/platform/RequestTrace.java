package dev.countersign.host.platform;

import com.github.f4b6a3.ulid.UlidCreator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the request, or the background job, that this thread works on. Log lines take it
 * from here.
 */
public final class RequestTrace implements AutoCloseable {
  private static final ThreadLocal<@Nullable RequestTrace> CURRENT = new ThreadLocal<>();

  private final String id;
  private final @Nullable RequestTrace outer;
  private @Nullable String route;
  private @Nullable String tenant;
  private @Nullable String key;
  private @Nullable String code;

  private RequestTrace(String id) {
    this.id = id;
    this.outer = CURRENT.get();
  }

  /** Starts a trace with an id of its own on this thread; closing it restores the one before. */
  public static RequestTrace begin() {
    return resume(UlidCreator.getMonotonicUlid().toString());
  }

  /** Goes on with an id that {@link #begin} gave. */
  public static RequestTrace resume(String id) {
    var trace = new RequestTrace(id);
    CURRENT.set(trace);
    return trace;
  }

  public static Optional<RequestTrace> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** The id to answer with; {@code none} outside of any request. */
  public static String currentId() {
    return current().map(RequestTrace::id).orElse("none");
  }

  /** Called once the presented key is known. */
  public static void identify(String tenantId, String keyId) {
    current()
        .ifPresent(
            trace -> {
              trace.tenant = tenantId;
              trace.key = keyId;
            });
  }

  /**
   * The template that matched, such as {@code /v1/mailboxes/{id}/send}: paths may hold addresses.
   */
  public void route(String template) {
    route = template;
  }

  /** The stable code of the error that the request is answered with. */
  public void code(String answered) {
    code = answered;
  }

  public String id() {
    return id;
  }

  public Optional<String> route() {
    return Optional.ofNullable(route);
  }

  public Optional<String> tenant() {
    return Optional.ofNullable(tenant);
  }

  public Optional<String> key() {
    return Optional.ofNullable(key);
  }

  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  @Override
  public void close() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }
}
