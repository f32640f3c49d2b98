package dev.countersign.conformance.sequences;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.kernel.Approval;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Direction;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scopes;
import dev.countersign.kernel.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row by the names of its columns, and in the kernel's words. */
record Columns(Map<String, Object> values) {
  static Columns of(ResultSet row) throws SQLException {
    var names = row.getMetaData();
    Map<String, Object> values = new HashMap<>();
    for (int i = 1; i <= names.getColumnCount(); i++) {
      values.put(names.getColumnLabel(i).toLowerCase(Locale.ROOT), row.getObject(i));
    }
    return new Columns(values);
  }

  String text(String column) {
    return Objects.requireNonNull(textOrNull(column), column);
  }

  @Nullable String textOrNull(String column) {
    return values.get(column) instanceof String text ? text : null;
  }

  long number(String column) {
    return ((Number) Objects.requireNonNull(values.get(column), column)).longValue();
  }

  boolean flag(String column) {
    return (Boolean) Objects.requireNonNull(values.get(column), column);
  }

  boolean present(String column) {
    return values.get(column) != null;
  }

  private Principal principal(String prefix) {
    return new Principal(Role.valueOf(text(prefix + "_role")), number(prefix + "_no"));
  }

  Mailbox mailbox() {
    var policy =
        new Policy(
            (int) number("required_approvals"),
            (int) number("risk_threshold"),
            flag("risk_checks"),
            number("approval_lifetime"),
            flag("scheduling"),
            (int) number("max_attempts"));
    return new Mailbox(Mode.valueOf(text("mode")), policy, flag("suspended"), flag("removed"));
  }

  Message message(List<Approval> approvals) {
    return new Message(
        Direction.valueOf(text("direction")),
        principal("composer"),
        digest(),
        approvals,
        number("send_at"),
        GateTiming.valueOf(text("gate_timing")),
        risk(),
        Mode.valueOf(text("mode_at_submission")),
        (int) number("required_at_submission"),
        number("deadline"),
        (int) number("attempts"),
        flag("copied"),
        flag("released"),
        Status.valueOf(text("status")));
  }

  private Risk risk() {
    return switch (text("risk")) {
      case "UNCHECKED" -> new Risk.Unchecked();
      case "KNOWN" -> new Risk.Known((int) number("risk_score"));
      default -> new Risk.Unknown();
    };
  }

  Line line() {
    return new Line(
        text("actor_role"),
        text("actor_id"),
        textOrNull("key_id"),
        text("action"),
        object(),
        textOrNull("reason"),
        textOrNull("mailbox_id"),
        textOrNull("oversight_mode"),
        textOrNull("status"),
        textOrNull("digest"));
  }

  /** What a caller typed stands beside the entry, as JSON. */
  private @Nullable String object() {
    var minted = textOrNull("object_id");
    var beside = textOrNull("payload");
    if (minted != null || beside == null) {
      return minted;
    }
    try {
      return new ObjectMapper().readTree(beside).path("object").asText(null);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  Digest digest() {
    return Digest.ofBytes(HexFormat.of().parseHex(text("digest")));
  }

  Key key() {
    var scopes =
        new Scopes(
            flag("scope_read"), flag("scope_send"), flag("scope_oversight"), flag("scope_admin"));
    return new Key(principal("holder"), principal("maker"), scopes, flag("live"));
  }
}
