package dev.countersign.audit.entries;

import dev.countersign.kernel.Code;
import dev.countersign.kernel.Purpose;

/**
 * A code as entries show it: everything but the secret.
 *
 * @param expires milliseconds since 1970
 */
public record CodeFacts(Purpose purpose, long expires, boolean spent) {
  public static CodeFacts of(Code code) {
    return new CodeFacts(code.purpose(), code.expires(), code.used());
  }

  static CodeFacts of(Fields fields) throws Unreadable {
    var facts =
        new CodeFacts(
            Values.purpose(fields.object("purpose")),
            fields.number("expires"),
            fields.flag("spent"));
    fields.end();
    return facts;
  }

  public CodeFacts used() {
    return new CodeFacts(purpose, expires, true);
  }
}
