package dev.countersign.audit.entries;

import dev.countersign.kernel.Code;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Purpose;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scopes;
import java.util.HexFormat;

/** The kernel's values as they are spelled in entries. */
final class Values {
  private static final int DIGEST_CHARACTERS = 64;
  private static final Digest SECRET = new Digest(0, 0, 0, 0);
  private static final Digest ANOTHER_SECRET = new Digest(0, 0, 0, 1);

  private Values() {}

  static Digest digest(Fields fields, String name) throws Unreadable {
    String hex = fields.text(name);
    try {
      if (hex.length() == DIGEST_CHARACTERS && hex.chars().noneMatch(Character::isUpperCase)) {
        return Digest.ofBytes(HexFormat.of().parseHex(hex));
      }
    } catch (IllegalArgumentException e) {
      throw new Unreadable(name + " is not a SHA-256 value in lower-case hex");
    }
    throw new Unreadable(name + " is not a SHA-256 value in lower-case hex");
  }

  static Risk risk(Fields fields) throws Unreadable {
    return switch (fields.either("risk")) {
      case String word when word.equals("unknown") -> new Risk.Unknown();
      case String word when word.equals("unchecked") -> new Risk.Unchecked();
      case Long number when 0 <= number && number <= 1000 -> new Risk.Known(number.intValue());
      default -> throw new Unreadable("risk is not unknown, unchecked or 0 to 1000");
    };
  }

  static Principal principal(Fields fields) throws Unreadable {
    var role = fields.word("role", Role::ofWire);
    long no = fields.number("no");
    fields.end();
    try {
      return new Principal(role, no);
    } catch (IllegalArgumentException e) {
      throw new Unreadable("the number 0 is nobody's");
    }
  }

  static Policy policy(Fields fields) throws Unreadable {
    return new Policy(
        fields.small("required_approvals"),
        fields.small("risk_threshold"),
        fields.flag("risk_checks"),
        fields.number("approval_lifetime"),
        fields.flag("scheduling"),
        fields.small("max_attempts"));
  }

  static Mailbox mailbox(Fields fields) throws Unreadable {
    var mode = fields.word("mode", Mode::ofWire);
    var policy = policy(fields);
    boolean suspended = fields.flag("suspended");
    boolean removed = fields.flag("removed");
    fields.end();
    try {
      return new Mailbox(mode, policy, suspended, removed);
    } catch (IllegalArgumentException e) {
      throw new Unreadable("a mailbox cannot have a policy that is out of range");
    }
  }

  /** Whether the code's secret was known is all that an entry says of it. */
  static Presented presented(Fields fields) throws Unreadable {
    if (!fields.has("presented")) {
      return new Presented.None();
    }
    var presented = fields.object("presented");
    var code =
        new Code(
            purpose(presented.object("purpose")),
            SECRET,
            presented.number("expires"),
            presented.flag("spent"));
    boolean matches = presented.flag("matches");
    presented.end();
    return new Presented.WithCode(code, matches ? SECRET : ANOTHER_SECRET);
  }

  static Purpose purpose(Fields fields) throws Unreadable {
    String kind = fields.text("name");
    Purpose purpose =
        switch (kind) {
          case "apply_upgrade" ->
              new Purpose.Upgrade(fields.number("no"), fields.word("target", Mode::ofWire));
          case "create_mailbox" -> new Purpose.CreateMailbox(fields.number("no"));
          case "create_key" ->
              new Purpose.CreateKey(principal(fields.object("holder")), scopes(fields));
          case "patch_key" -> new Purpose.PatchKey(fields.number("no"), scopes(fields));
          case "revoke_key" -> new Purpose.RevokeKey(fields.number("no"));
          case "operate" -> new Purpose.Operate(digest(fields, "act"));
          default -> throw new Unreadable("a code is not good for \"" + kind + "\"");
        };
    fields.end();
    return purpose;
  }

  static Scopes scopes(Fields fields) throws Unreadable {
    return Scopes.of(CallerFacts.scopes(fields.list("scopes")));
  }
}
