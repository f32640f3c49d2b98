package dev.countersign.host.desk;

import dev.countersign.host.desk.asked.Reach;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Set;

/** Which of the MCP server's tools a key is shown and may call, as the kernel has it now. */
@ApplicationScoped
public class ToolDesk {
  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject Records records;

  public Set<Reach> reach(Speaker speaker) {
    return transactions.run(() -> Reach.of(callers.of(speaker)));
  }

  /**
   * {@return whether the speaker reaches one of these} A refusal is recorded; a leave is not,
   * because the call of the API that follows is.
   */
  public boolean admits(Speaker speaker, String tool, Set<Reach> needs) {
    return transactions.run(
        () -> {
          boolean admitted = !Collections.disjoint(Reach.of(callers.of(speaker)), needs);
          if (!admitted) {
            var entry = records.entry(speaker, Action.CALL_MCP).noting(tool);
            records.recorded(entry, new Decision.Refused<>(Refusal.FORBIDDEN));
          }
          return admitted;
        });
  }
}
