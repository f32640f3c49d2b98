package dev.countersign.conformance.vectors;

import dev.countersign.kernel.Approval;
import dev.countersign.kernel.Code;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Direction;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Person;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Purpose;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scopes;
import dev.countersign.kernel.SpamVerdict;
import dev.countersign.kernel.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what {@code Countersign/Vectors/Text.lean} writes; decides nothing. */
final class RowText {
  private static final Mode[] MODES = Mode.values();
  private static final Status[] STATUSES = Status.values();
  private static final Role[] ROLES = Role.values();
  private static final Direction[] DIRECTIONS = Direction.values();
  private static final GateTiming[] TIMINGS = GateTiming.values();
  private static final SpamVerdict[] VERDICTS = SpamVerdict.values();

  private RowText() {}

  /** {@code now=0;suspended=0;mailbox1=…;…}: a whole tenant. */
  static Rows rows(String text) {
    Map<String, String> plain = new TreeMap<>();
    Map<Long, Mailbox> mailboxes = new TreeMap<>();
    Map<Long, Message> messages = new TreeMap<>();
    Map<Long, Long> mailboxOf = new TreeMap<>();
    Map<Long, Key> keys = new TreeMap<>();
    Map<Long, Code> codes = new TreeMap<>();
    Map<Long, Person> people = new TreeMap<>();
    for (String row : each(text, ';')) {
      int equals = row.indexOf('=');
      String name = row.substring(0, equals);
      String value = row.substring(equals + 1);
      int digits = firstDigit(name);
      long id = digits == name.length() ? 0 : Long.parseLong(name.substring(digits));
      switch (name.substring(0, digits)) {
        case "now", "suspended" -> plain.put(name, value);
        case "mailbox" -> mailboxes.put(id, mailbox(value));
        case "message" -> {
          messages.put(id, message(value));
          mailboxOf.put(id, Long.parseLong(value.substring(0, value.indexOf(','))));
        }
        case "key" -> keys.put(id, key(value));
        case "code" -> codes.put(id, code(value));
        case "person" -> people.put(id, person(value));
        default -> throw new IllegalArgumentException("no such row: " + row);
      }
    }
    return new Rows(
        Long.parseLong(plain.getOrDefault("now", "")),
        bit(plain.getOrDefault("suspended", "")),
        mailboxes,
        messages,
        mailboxOf,
        keys,
        codes,
        people);
  }

  /** What stands between the marks, of which the last ends the text. */
  private static String[] each(String text, char mark) {
    if (text.isEmpty()) {
      return new String[0];
    }
    if (text.charAt(text.length() - 1) != mark) {
      throw new IllegalArgumentException("no " + mark + " at the end of " + text);
    }
    return text.split(String.valueOf(mark));
  }

  private static String[] fields(String text, String mark, int count) {
    String[] fields = text.split(mark, -1);
    if (fields.length != count) {
      throw new IllegalArgumentException("not " + count + " fields: " + text);
    }
    return fields;
  }

  /** A message of this mailbox: the kernel's has no number for it. */
  static Message message(String mailbox, String text) {
    if (!text.startsWith(mailbox + ",")) {
      throw new IllegalArgumentException("a message moved to another mailbox: " + text);
    }
    return message(text);
  }

  private static int firstDigit(String name) {
    int i = 0;
    while (i < name.length() && !Character.isDigit(name.charAt(i))) {
      i++;
    }
    return i;
  }

  private static Message message(String text) {
    String[] f = fields(text, ",", 15);
    Principal composer = principal(f[2]);
    return new Message(
        DIRECTIONS[number(f[1])],
        composer,
        digest(number(f[3])),
        approvals(f[14]),
        Long.parseLong(f[4]),
        timing(f[5]),
        risk(number(f[6])),
        mode(f[7]),
        number(f[8]),
        Long.parseLong(f[9]),
        number(f[10]),
        bit(f[11]),
        bit(f[12]),
        STATUSES[number(f[13])]);
  }

  /** The newest first in Lean, the oldest first in Java; always people's. */
  private static List<Approval> approvals(String text) {
    List<Approval> list = new ArrayList<>();
    for (String approval : each(text, '/')) {
      String[] f = fields(approval, "\\.", 3);
      if (ROLES[number(f[0])] != Role.PERSON) {
        throw new IllegalArgumentException("an approval by " + ROLES[number(f[0])]);
      }
      list.add(0, new Approval(Long.parseLong(f[1]), digest(number(f[2]))));
    }
    return list;
  }

  static Mailbox mailbox(String text) {
    String[] f = fields(text, ",", 9);
    return new Mailbox(mode(f[0]), policy(f, 1), bit(f[7]), bit(f[8]));
  }

  static Policy policy(String[] f, int at) {
    return new Policy(
        number(f[at]),
        number(f[at + 1]),
        bit(f[at + 2]),
        Long.parseLong(f[at + 3]),
        bit(f[at + 4]),
        number(f[at + 5]));
  }

  static Key key(String text) {
    String[] f = fields(text, ",", 4);
    return new Key(principal(f[0]), principal(f[1]), scopes(number(f[2])), bit(f[3]));
  }

  private static Code code(String text) {
    String[] f = fields(text, ",", 4);
    return new Code(purpose(f[0]), digest(number(f[1])), Long.parseLong(f[2]), bit(f[3]));
  }

  private static Person person(String text) {
    String[] f = fields(text, ",", 2);
    return new Person(f[0], principal(f[1]));
  }

  static Purpose purpose(String text) {
    String[] f = text.split("\\.", -1);
    return switch (f[0]) {
      case "upgrade" -> new Purpose.Upgrade(Long.parseLong(f[1]), mode(f[2]));
      case "createMailbox" -> new Purpose.CreateMailbox(Long.parseLong(f[1]));
      case "createKey" -> new Purpose.CreateKey(principal(f[1] + "." + f[2]), scopes(number(f[3])));
      case "patchKey" -> new Purpose.PatchKey(Long.parseLong(f[1]), scopes(number(f[2])));
      case "revokeKey" -> new Purpose.RevokeKey(Long.parseLong(f[1]));
      case "operate" -> new Purpose.Operate(digest(number(f[1])));
      default -> throw new IllegalArgumentException("no such purpose: " + text);
    };
  }

  static Principal principal(String text) {
    int dot = text.indexOf('.');
    return new Principal(
        ROLES[number(text.substring(0, dot))], Long.parseLong(text.substring(dot + 1)));
  }

  static Scopes scopes(int bits) {
    return new Scopes((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0);
  }

  static Risk risk(int number) {
    return switch (number) {
      case 0 -> new Risk.Unknown();
      case 1 -> new Risk.Unchecked();
      default -> new Risk.Known(number - 2);
    };
  }

  /** A digest is a number in Lean. The numbers 8 to 11 differ from 7 in one quarter each. */
  static Digest digest(int number) {
    long[] quarters = {1, 2, 3, 4};
    if (number < 7 || 11 < number) {
      quarters[0] = 100L + number;
    } else if (number != 7) {
      quarters[number - 8] = -1;
    }
    return new Digest(quarters[0], quarters[1], quarters[2], quarters[3]);
  }

  static Mode mode(String text) {
    return MODES[number(text)];
  }

  static GateTiming timing(String text) {
    return TIMINGS[number(text)];
  }

  static SpamVerdict verdict(String text) {
    return VERDICTS[number(text)];
  }

  static int number(String text) {
    return Integer.parseInt(text);
  }

  static boolean bit(String text) {
    return switch (text) {
      case "0" -> false;
      case "1" -> true;
      default -> throw new IllegalArgumentException("neither 0 nor 1: " + text);
    };
  }
}
