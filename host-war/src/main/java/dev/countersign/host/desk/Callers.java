package dev.countersign.host.desk;

import dev.countersign.host.keys.Keys;
import dev.countersign.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a speaker may do at this moment: a key revoked a moment ago allows nothing. */
@ApplicationScoped
class Callers {
  @Inject Keys keys;

  Caller of(Speaker speaker) {
    return switch (speaker) {
      case Speaker.Part part -> Caller.system(part.role());
      case Speaker.KeyHolder holder -> presenting(holder);
    };
  }

  private Caller presenting(Speaker.KeyHolder holder) {
    var row =
        keys.find(holder.keyNo())
            .orElseThrow(() -> new IllegalStateException("a key vanished after it was presented"));
    return Caller.presenting(holder.who(), row.key());
  }
}
