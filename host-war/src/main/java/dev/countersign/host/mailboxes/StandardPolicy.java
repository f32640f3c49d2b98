package dev.countersign.host.mailboxes;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a new mailbox begins with. */
@ApplicationScoped
public class StandardPolicy {
  private static final int APPROVALS = 1;

  @Inject Limits limits;

  public Mode modeForNewMailboxes() {
    return Mode.GATED_SEND;
  }

  /** With the installation's threshold, before a tenant has one of its own. */
  public Policy forNewMailboxes() {
    return forNewMailboxes(limits.count(Limit.RISK_BLOCK_ABOVE_THOUSANDTHS));
  }

  public Policy forNewMailboxes(int riskThreshold) {
    return new Policy(
        APPROVALS,
        riskThreshold,
        true,
        limits.value(Limit.APPROVAL_LIFETIME_MS),
        true,
        limits.count(Limit.DISPATCH_ATTEMPTS_COUNT));
  }
}
