package dev.countersign.conformance.sequences;

import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Api;
import dev.countersign.conformance.sequences.Ask.Made;

/** Puts calls on the wire, with the key that goes by their caller's name. */
final class Wire {
  private final Api api;
  private final Cast cast;
  private final Store store;

  Wire(Api api, Cast cast, Store store) {
    this.api = api;
    this.cast = cast;
    this.store = store;
  }

  Answer put(Ask ask, World world) {
    return put(ask.request(world), ask.by());
  }

  Answer put(Ask.Request request, String by) {
    var caller = api.with(cast.secret(by));
    var body = request.body();
    return switch (request.method()) {
      case "GET" -> caller.get(request.path());
      case "DELETE" -> caller.delete(request.path());
      case "PATCH" -> caller.patch(request.path(), body == null ? "" : body);
      default -> caller.post(request.path(), body == null ? "" : body);
    };
  }

  /** What the call made, by the server's own word; a key that was handed out is kept. */
  Made made(Ask ask, Answer answer) {
    var id = answer.status() < 300 ? answer.text("id") : "";
    if (id.isEmpty()) {
      return Made.NOTHING;
    }
    if (ask instanceof Grant grant) {
      cast.add(
          grant.name(),
          new Cast.Held(id, answer.text("api_key"), cast.known(grant.holder()).holder()));
    }
    return ask instanceof Send ? store.made(id) : Made.of(id);
  }

  /** The id under which the server speaks of this call. */
  static String requestOf(Answer answer) {
    return answer.headers().firstValue("X-Request-Id").orElse("");
  }
}
