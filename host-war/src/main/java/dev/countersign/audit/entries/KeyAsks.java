package dev.countersign.audit.entries;

import dev.countersign.audit.entries.Step.KeyAsk;

/** Reads what was called on a key. */
final class KeyAsks {
  private KeyAsks() {}

  static KeyAsk of(Fields call) throws Unreadable {
    String name = call.text("name");
    KeyAsk ask =
        switch (name) {
          case "found_tenant" -> new KeyAsk.Found();
          case "create_key" ->
              new KeyAsk.Create(
                  Values.principal(call.object("holder")),
                  Values.scopes(call),
                  call.flag("id_taken"),
                  Values.presented(call));
          case "patch_key" -> new KeyAsk.Patch(Values.scopes(call), Values.presented(call));
          case "revoke_key" -> new KeyAsk.Revoke(Values.presented(call));
          default -> throw new Unreadable("nobody calls \"" + name + "\" on a key");
        };
    call.end();
    return ask;
  }
}
