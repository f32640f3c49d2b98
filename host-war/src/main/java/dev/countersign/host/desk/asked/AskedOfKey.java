package dev.countersign.host.desk.asked;

import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Members;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Scopes;

/** Calls about an API key. */
public sealed interface AskedOfKey extends Asked<Key> {
  /**
   * A new one.
   *
   * @param now milliseconds since 1970
   */
  record Create(
      long now, boolean idTaken, Caller caller, Principal holder, Scopes scopes, Presented by)
      implements AskedOfKey {
    @Override
    public Decision<Key> answer() {
      return Authority.createKey(now, idTaken, caller, holder, scopes, by);
    }

    @Override
    public Members members() {
      var call =
          CallJson.named(Action.CREATE_KEY)
              .with("id_taken", idTaken)
              .with("holder", KernelJson.principal(holder))
              .with("scopes", KernelJson.scopes(scopes))
              .with("presented", CallJson.presented(by));
      return asking(now, caller, call);
    }
  }

  /**
   * The one that a new tenant starts with, which nobody has to allow.
   *
   * @param now milliseconds since 1970
   */
  record Found(long now, Principal operator) implements AskedOfKey {
    @Override
    public Decision<Key> answer() {
      return new Decision.Allowed<>(Key.founding(operator));
    }

    @Override
    public Members members() {
      return new Members()
          .with("kind", "key")
          .with("now", now)
          .with("call", CallJson.named(Action.FOUND_TENANT).map());
    }
  }

  /**
   * One gets other scopes.
   *
   * @param now milliseconds since 1970
   */
  record Patch(long now, Key before, long keyNo, Caller caller, Scopes scopes, Presented by)
      implements AskedOfKey {
    @Override
    public Decision<Key> answer() {
      return Authority.patchKey(now, before, keyNo, caller, scopes, by);
    }

    @Override
    public Members members() {
      var call =
          CallJson.named(Action.PATCH_KEY)
              .with("scopes", KernelJson.scopes(scopes))
              .with("presented", CallJson.presented(by));
      return asking(now, caller, call).with("key_no", keyNo).with("before", KernelJson.key(before));
    }
  }

  /**
   * One is taken back.
   *
   * @param now milliseconds since 1970
   */
  record Revoke(long now, Key before, long keyNo, Caller caller, Presented by)
      implements AskedOfKey {
    @Override
    public Decision<Key> answer() {
      return Authority.revokeKey(now, before, keyNo, caller, by);
    }

    @Override
    public Members members() {
      var call = CallJson.named(Action.REVOKE_KEY).with("presented", CallJson.presented(by));
      return asking(now, caller, call).with("key_no", keyNo).with("before", KernelJson.key(before));
    }
  }

  private static Members asking(long now, Caller caller, Members call) {
    return new Members()
        .with("kind", "key")
        .with("now", now)
        .with("caller", KernelJson.caller(caller))
        .with("call", call.map());
  }
}
