package dev.countersign.audit.entries;

import dev.countersign.kernel.Mode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One call, who made it and how it ended, as it stands in the log.
 *
 * @param at milliseconds since 1970
 * @param mode what was in force in {@code mailbox} before the call
 * @param allowed the outcome is {@code ok}
 * @param status of the message that the entry is about, after the call; so are digest and risk
 * @param detached commitment to the personal part: SHA-256 in hex
 */
public record Entry(
    String id,
    String tenant,
    long at,
    String requestId,
    Actor actor,
    String action,
    Optional<String> object,
    Optional<String> mailbox,
    Optional<Mode> mode,
    Optional<Long> policyVersion,
    boolean allowed,
    Optional<String> reason,
    Optional<String> status,
    Optional<String> digest,
    Optional<String> risk,
    Optional<String> detached,
    Optional<Step> step,
    Optional<Introduction> introduces) {
  private static final Pattern ID = Pattern.compile("led_[0-7][0-9A-HJKMNP-TV-Z]{25}");
  private static final Pattern TENANT = Pattern.compile("ten_[0-7][0-9A-HJKMNP-TV-Z]{25}|server");
  private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  static Entry of(Map<String, Object> members) throws Unreadable {
    var fields = Fields.of("entry", members);
    if (fields.number("v") != 1) {
      throw new Unreadable("entry.v is not 1, the version that this auditor reads");
    }
    boolean allowed = fields.word("outcome", Entry::outcome);
    var entry =
        new Entry(
            shaped(ID, fields.text("id")),
            shaped(TENANT, fields.text("tenant")),
            fields.number("at"),
            fields.text("request_id"),
            Actor.of(fields.object("actor")),
            shaped(ACTION, fields.text("action")),
            fields.optionalText("object"),
            fields.optionalText("mailbox"),
            fields.has("oversight_mode")
                ? Optional.of(fields.word("oversight_mode", Mode::ofWire))
                : Optional.empty(),
            fields.optionalNumber("policy_version"),
            allowed,
            fields.optionalText("reason"),
            fields.optionalText("status"),
            hash(fields, "digest"),
            fields.optionalText("risk"),
            hash(fields, "detached"),
            fields.has("step")
                ? Optional.of(StepReader.of(fields.object("step")))
                : Optional.empty(),
            fields.has("introduces")
                ? Optional.of(Introduction.of(fields.object("introduces")))
                : Optional.empty());
    fields.end();
    if (allowed == entry.reason.isPresent()) {
      throw new Unreadable("a refusal has a reason, and nothing else has");
    }
    return entry;
  }

  private static Optional<Boolean> outcome(String word) {
    return switch (word) {
      case "ok" -> Optional.of(true);
      case "refused" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<String> hash(Fields fields, String name) throws Unreadable {
    Optional<String> text = fields.optionalText(name);
    return text.isPresent() ? Optional.of(shaped(HASH, text.get())) : text;
  }

  private static String shaped(Pattern shape, String text) throws Unreadable {
    if (!shape.matcher(text).matches()) {
      throw new Unreadable("\"" + text + "\" does not have the form of its member");
    }
    return text;
  }
}
