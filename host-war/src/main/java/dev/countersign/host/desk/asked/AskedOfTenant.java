package dev.countersign.host.desk.asked;

import dev.countersign.host.ledger.Members;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Sight;
import dev.countersign.kernel.TenantCall;
import java.util.Locale;

/** Calls about a tenant and what it keeps beside mailboxes, keys and messages. */
public sealed interface AskedOfTenant extends Asked<Boolean> {
  /** The stop on all of it, or its end. */
  record Stop(boolean suspended, Caller caller, TenantCall call) implements AskedOfTenant {
    @Override
    public Decision<Boolean> answer() {
      return Authority.tenant(suspended, caller, call);
    }

    @Override
    public Members members() {
      return asking("tenant", caller, CallJson.named(Actions.of(call))).with("before", suspended);
    }
  }

  /** May the caller change something there? */
  record Operate(Caller caller) implements AskedOfTenant {
    @Override
    public Decision<Boolean> answer() {
      return Authority.operate(caller);
    }

    @Override
    public Members members() {
      return asking("operate", caller, new Members().with("name", "operate"));
    }
  }

  /**
   * May the caller do this one thing in an operator's place, if need be with a code?
   *
   * @param now milliseconds since 1970
   */
  record Act(long now, Caller caller, Digest act, Presented by) implements AskedOfTenant {
    @Override
    public Decision<Boolean> answer() {
      return Authority.operate(now, caller, act, by);
    }

    @Override
    public Members members() {
      return acting("operate", now, caller, act, by);
    }
  }

  /**
   * May the caller do what nobody can take back?
   *
   * @param now milliseconds since 1970
   */
  record Confirm(long now, Caller caller, Digest act, Presented by) implements AskedOfTenant {
    @Override
    public Decision<Boolean> answer() {
      return Authority.confirm(now, caller, act, by);
    }

    @Override
    public Members members() {
      return acting("confirm", now, caller, act, by);
    }
  }

  /** May the caller write beside the mail? */
  record Annotate(Caller caller) implements AskedOfTenant {
    @Override
    public Decision<Boolean> answer() {
      return Authority.annotate(caller);
    }

    @Override
    public Members members() {
      return asking("annotate", caller, new Members().with("name", "annotate"));
    }
  }

  /** May the caller look? */
  record Look(Caller caller, Sight sight) implements AskedOfTenant {
    @Override
    public Decision<Boolean> answer() {
      return Authority.look(caller, sight);
    }

    @Override
    public Members members() {
      var call =
          new Members().with("name", "look").with("sight", sight.name().toLowerCase(Locale.ROOT));
      return asking("look", caller, call);
    }
  }

  private static Members acting(String name, long now, Caller caller, Digest act, Presented by) {
    var call =
        new Members()
            .with("name", name)
            .with("act", act.hex())
            .with("presented", CallJson.presented(by));
    return asking("act", caller, call).with("now", now);
  }

  private static Members asking(String kind, Caller caller, Members call) {
    return new Members()
        .with("kind", kind)
        .with("caller", KernelJson.caller(caller))
        .with("call", call.map());
  }
}
