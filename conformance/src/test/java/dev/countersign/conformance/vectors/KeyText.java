package dev.countersign.conformance.vectors;

import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Purpose;
import java.util.Optional;

/** Reads the calls about keys and codes. */
final class KeyText {
  private KeyText() {}

  static Act read(String[] words) {
    long id = Long.parseLong(words[1]);
    return switch (words[0]) {
      case "createKey" -> createKey(id, words);
      case "patchKey" -> patchKey(id, words);
      case "revokeKey" -> revokeKey(id, words);
      default -> requestCode(id, words);
    };
  }

  private static Shown shown(String[] words, int at) {
    return new Shown(Long.parseLong(words[at]), RowText.number(words[at + 1]));
  }

  private static Act createKey(long id, String[] words) {
    var holder = RowText.principal(words[2]);
    var scopes = RowText.scopes(RowText.number(words[3]));
    var by = shown(words, 4);
    return (rows, caller) ->
        ActText.stored(
            Authority.createKey(
                rows.now(), rows.keys().containsKey(id), caller, holder, scopes, by.in(rows)),
            next -> by.spentIn(rows.with(id, next)));
  }

  private static Act patchKey(long id, String[] words) {
    var scopes = RowText.scopes(RowText.number(words[2]));
    var by = shown(words, 3);
    return (rows, caller) -> {
      Key key = rows.keys().get(id);
      return key == null
          ? ActText.notFound()
          : ActText.stored(
              Authority.patchKey(rows.now(), key, id, caller, scopes, by.in(rows)),
              next -> by.spentIn(rows.with(id, next)));
    };
  }

  private static Act revokeKey(long id, String[] words) {
    var by = shown(words, 2);
    return (rows, caller) -> {
      Key key = rows.keys().get(id);
      return key == null
          ? ActText.notFound()
          : ActText.stored(
              Authority.revokeKey(rows.now(), key, id, caller, by.in(rows)),
              next -> by.spentIn(rows.with(id, next)));
    };
  }

  private static Act requestCode(long id, String[] words) {
    Purpose purpose = RowText.purpose(words[2]);
    var secret = RowText.digest(RowText.number(words[3]));
    return (rows, caller) -> {
      Optional<Mailbox> concerned =
          purpose instanceof Purpose.Upgrade upgrade
              ? Optional.ofNullable(rows.mailbox(upgrade.mailbox()))
              : Optional.empty();
      return ActText.stored(
          Authority.requestCode(
              rows.now(), rows.codes().containsKey(id), caller, purpose, secret, concerned),
          next -> rows.with(id, next));
    };
  }
}
