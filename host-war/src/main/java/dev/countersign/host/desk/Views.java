package dev.countersign.host.desk;

import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** What a message sees of its mailbox and tenant now. */
@ApplicationScoped
public class Views {
  @Inject Tenants tenants;
  @Inject InstantSource time;

  public View of(MailboxRow box) {
    return View.of(time.millis(), box.mailbox(), suspended(box));
  }

  boolean suspended(MailboxRow box) {
    return tenants.tenant(box.tenantId()).suspended();
  }
}
