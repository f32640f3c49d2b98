package dev.countersign.host.mcp.tools;

import dev.countersign.host.desk.Speaker;
import dev.countersign.host.mcp.rest.Rest;
import dev.countersign.host.mcp.rest.RestAnswer;
import dev.countersign.host.mcp.rest.RestCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tool as it is called.
 *
 * @param arguments those that the tool has
 * @param usualMailbox where the call does not name one
 */
public record ToolCall(
    Speaker.KeyHolder speaker,
    Map<String, Object> arguments,
    Optional<String> usualMailbox,
    Rest rest,
    Progress progress) {
  @Nullable Object argument(String name) {
    return arguments.get(name);
  }

  String text(String name) {
    return String.valueOf(arguments.get(name));
  }

  /**
   * @throws ToolFailure when the API refuses
   */
  RestAnswer answer(RestCall call) {
    var answer = rest.answer(call);
    if (!answer.succeeded()) {
      throw ToolFailure.of(answer);
    }
    return answer;
  }

  Map<String, Object> object(RestCall call) {
    return answer(call).object();
  }

  /**
   * {@return the mailbox that is meant: the one named, the connection's usual one, or the only one}
   *
   * @throws ToolFailure when there are several
   */
  String mailbox() {
    if (argument("mailbox_id") instanceof String named && !named.isBlank()) {
      return named;
    }
    return usualMailbox.orElseGet(this::onlyMailbox);
  }

  private String onlyMailbox() {
    var answer = rest.answer(RestCall.get("/v1/mailboxes", Map.of()));
    if (answer.succeeded()
        && answer.object().get("mailboxes") instanceof List<?> all
        && all.size() == 1
        && all.getFirst() instanceof Map<?, ?> only) {
      return String.valueOf(only.get("id"));
    }
    throw new ToolFailure("Say which mailbox is meant: mailbox_id is its id from list_mailboxes.");
  }
}
