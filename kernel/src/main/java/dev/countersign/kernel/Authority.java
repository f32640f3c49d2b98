package dev.countersign.kernel;

import dev.countersign.kernel.core.TenantRequires;
import dev.countersign.kernel.core.TenantStep;
import java.util.Optional;

/**
 * What happens to mailboxes, keys, codes and people. Times are milliseconds since 1970; a code that
 * was presented to an allowed call is {@link #spent}.
 */
public final class Authority {
  private Authority() {}

  /** A new mailbox, never looser than {@link Mode#GATED_SEND} whatever was asked for. */
  public static Decision<Mailbox> createMailbox(
      long now,
      boolean idTaken,
      Caller caller,
      long mailbox,
      Mode mode,
      Policy policy,
      Presented by) {
    var wanted = Core.in(policy);
    return Core.decision(
        TenantRequires.createMailbox(
            Core.time(now), idTaken, caller.core, mailbox, wanted, Core.in(by)),
        () -> Core.out(TenantStep.mailboxCreated(mode.code, wanted)));
  }

  /** One call on one mailbox. */
  public static Decision<Mailbox> step(
      long now, Mailbox mailbox, long mailboxId, Caller caller, MailboxCall call) {
    var c = caller.core;
    var box = Core.in(mailbox);
    return switch (call) {
      case MailboxCall.SetMode(Mode mode) ->
          Core.decision(
              TenantRequires.setMode(c, box, mode.code),
              () -> Core.out(TenantStep.setMode(c, box, mode.code)));
      case MailboxCall.SetPolicy(Policy policy) ->
          Core.decision(
              TenantRequires.setPolicy(c, box, Core.in(policy)),
              () -> Core.out(TenantStep.setPolicy(c, box, Core.in(policy))));
      case MailboxCall.Suspend() ->
          Core.decision(TenantRequires.suspend(c), () -> Core.out(TenantStep.suspend(c, box)));
      case MailboxCall.Lift() ->
          Core.decision(TenantRequires.lift(c), () -> Core.out(TenantStep.lift(c, box)));
      case MailboxCall.Remove() ->
          Core.decision(
              TenantRequires.removeMailbox(c, box),
              () -> Core.out(TenantStep.removeMailbox(c, box)));
      case MailboxCall.ApplyUpgrade(Mode target, Presented by) ->
          applyUpgrade(Core.time(now), mailbox, mailboxId, caller, target, by);
    };
  }

  private static Decision<Mailbox> applyUpgrade(
      long now, Mailbox mailbox, long mailboxId, Caller caller, Mode target, Presented by) {
    var c = caller.core;
    var box = Core.in(mailbox);
    var code = Core.in(by);
    return Core.decision(
        TenantRequires.applyUpgrade(now, c, box, mailboxId, target.code, code),
        () -> Core.out(TenantStep.applyUpgrade(now, c, box, mailboxId, target.code, code)));
  }

  /** One call on the whole tenant: whether it is suspended afterwards. */
  public static Decision<Boolean> tenant(boolean suspended, Caller caller, TenantCall call) {
    return switch (call) {
      case TenantCall.SuspendAll() ->
          Core.decision(TenantRequires.suspend(caller.core), () -> true);
      case TenantCall.LiftAll() -> Core.decision(TenantRequires.lift(caller.core), () -> false);
    };
  }

  /** A code for {@code concerned}, the mailbox of an upgrade if there is one. */
  public static Decision<Code> requestCode(
      long now,
      boolean idTaken,
      Caller caller,
      Purpose purpose,
      Digest secret,
      Optional<Mailbox> concerned) {
    int mode = concerned.map(box -> box.mode().code).orElse(Mode.AUTONOMOUS.code);
    return Core.decision(
        TenantRequires.requestCode(
            idTaken, caller.core, Core.in(purpose), concerned.isPresent(), mode),
        () ->
            new Code(
                purpose, secret, dev.countersign.kernel.core.Code.expiry(Core.time(now)), false));
  }

  /** The same code, used up. */
  public static Code spent(Code code) {
    return new Code(code.purpose(), code.secret(), code.expires(), true);
  }

  public static Decision<Key> createKey(
      long now, boolean idTaken, Caller caller, Principal holder, Scopes scopes, Presented by) {
    var whose = Core.in(holder);
    var wanted = Core.in(scopes);
    return Core.decision(
        TenantRequires.createKey(Core.time(now), idTaken, caller.core, whose, wanted, Core.in(by)),
        () -> Core.out(TenantStep.keyCreated(caller.core, whose, wanted)));
  }

  /** The key with other scopes. */
  public static Decision<Key> patchKey(
      long now, Key key, long keyId, Caller caller, Scopes scopes, Presented by) {
    var c = caller.core;
    var row = Core.in(key);
    var wanted = Core.in(scopes);
    var code = Core.in(by);
    return Core.decision(
        TenantRequires.patchKey(Core.time(now), c, row, keyId, wanted, code),
        () -> Core.out(TenantStep.patchKey(now, c, row, keyId, wanted, code)));
  }

  public static Decision<Key> revokeKey(
      long now, Key key, long keyId, Caller caller, Presented by) {
    var c = caller.core;
    var row = Core.in(key);
    var code = Core.in(by);
    return Core.decision(
        TenantRequires.revokeKey(Core.time(now), c, keyId, code),
        () -> Core.out(TenantStep.revokeKey(now, c, row, keyId, code)));
  }

  /** Where a person is reached, set by an operator. */
  public static Decision<Person> setAddress(Caller caller, String address) {
    return Core.decision(
        TenantRequires.setAddress(caller.core), () -> new Person(address, caller.who()));
  }

  /**
   * May the caller change what a tenant keeps beside its mailboxes, keys and people, such as its
   * signing keys and domains? As for an address, an operator may.
   */
  public static Decision<Boolean> operate(Caller caller) {
    return Core.decision(TenantRequires.setAddress(caller.core), () -> true);
  }

  /**
   * The same of one act in particular: who is no operator may do it with the operator's code.
   *
   * @param act SHA-256 of exactly what is to be done
   */
  public static Decision<Boolean> operate(long now, Caller caller, Digest act, Presented by) {
    return Core.decision(
        TenantRequires.operate(Core.time(now), caller.core, Core.in(act), Core.in(by)), () -> true);
  }

  /**
   * May the caller do what nobody can take back? An operator may, with the code for exactly that.
   *
   * @param act SHA-256 of exactly what is to be done
   */
  public static Decision<Boolean> confirm(long now, Caller caller, Digest act, Presented by) {
    return Core.decision(
        TenantRequires.confirm(Core.time(now), caller.core, Core.in(act), Core.in(by)), () -> true);
  }

  /**
   * May the caller write what stands beside the mail and never leaves, such as tags, contacts and
   * feedback? Whoever may send may, and an operator.
   */
  public static Decision<Boolean> annotate(Caller caller) {
    return Core.decision(TenantRequires.annotate(caller.core), () -> true);
  }

  /** Time moves on, never back. */
  public static Decision<Long> tick(long now, Caller caller, long next) {
    return Core.decision(
        TenantRequires.tick(caller.core, Core.time(now), Core.time(next)), () -> next);
  }

  /** May the caller look? Of a mailbox's own inbox, the loader has found the mailbox. */
  public static Decision<Boolean> look(Caller caller, Sight sight) {
    return Core.decision(
        dev.countersign.kernel.core.Sight.requires(caller.core, sight.code), () -> true);
  }
}
