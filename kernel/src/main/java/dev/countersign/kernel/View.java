package dev.countersign.kernel;

/** What a message sees of its mailbox and tenant at the moment of a call. */
public final class View {
  final dev.countersign.kernel.core.View core;

  private View(dev.countersign.kernel.core.View core) {
    this.core = core;
  }

  /**
   * The mailbox as it stands at {@code now}.
   *
   * @param now milliseconds since 1970
   * @param tenantSuspended an operator's or a person's stop is in force on the whole tenant
   */
  public static View of(long now, Mailbox box, boolean tenantSuspended) {
    return new View(
        dev.countersign.kernel.core.View.of(Core.time(now), Core.in(box), tenantSuspended));
  }

  public long now() {
    return core.now;
  }

  public Mode mode() {
    return Mode.of(core.mode);
  }

  public Policy policy() {
    return Core.out(core.policy);
  }

  /** A stop is in force on the mailbox or on the whole tenant, or the mailbox was removed. */
  public boolean stopped() {
    return core.stopped;
  }
}
