package dev.countersign.host.desk;

import dev.countersign.host.ledger.Action;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.PrincipalRow;
import dev.countersign.host.tenants.TenantRow;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where an operator changes what an account says of itself and allows its agents. */
@ApplicationScoped
public class AccountSettingsDesk {
  @Inject Transactions transactions;
  @Inject Tenants tenants;
  @Inject Mailboxes mailboxes;
  @Inject People people;
  @Inject Records records;

  /**
   * What is to change; what is empty stays.
   *
   * @param physicalAddress an empty text for none
   * @param monthlyQuota 0 for any number; likewise warmupDays for not at all
   */
  public record Wanted(
      Optional<String> name,
      Optional<String> overseer,
      Optional<String> physicalAddress,
      Optional<Integer> monthlyQuota,
      Optional<Integer> warmupDays) {
    public boolean isEmpty() {
      return told().findAny().isEmpty();
    }

    private Stream<String> told() {
      return Stream.of(
              name.map(text -> "name"),
              overseer.map(text -> "oversight_email " + text),
              physicalAddress.map(text -> "physical_address"),
              monthlyQuota.map(count -> "monthly_email_quota " + count),
              warmupDays.map(days -> "warmup_days " + days))
          .flatMap(Optional::stream);
    }
  }

  public Decision<TenantRow> change(Speaker speaker, Wanted wanted) {
    return transactions.run(
        () -> {
          tenants.hold(speaker.tenantId());
          var tenant = tenants.tenant(speaker.tenantId());
          return records.operated(
              speaker,
              records
                  .entry(speaker, Action.UPDATE_ACCOUNT)
                  .on(tenant.id())
                  .noting(wanted.told().collect(Collectors.joining(", "))),
              () -> {
                become(tenant, wanted);
                return new Decision.Allowed<>(tenant);
              });
        });
  }

  private void become(TenantRow tenant, Wanted wanted) {
    wanted.name().ifPresent(tenant::rename);
    wanted
        .physicalAddress()
        .ifPresent(text -> tenant.physicalAddress(text.isEmpty() ? null : text));
    wanted.monthlyQuota().ifPresent(tenant::monthlyQuota);
    wanted.warmupDays().ifPresent(tenant::warmupDays);
    wanted.overseer().ifPresent(address -> oversee(tenant, address));
  }

  /** The new overseer is somebody else: whoever was it keeps their own keys and their own name. */
  private void oversee(TenantRow tenant, String address) {
    var before = tenant.overseerNo();
    PrincipalRow person = people.approver(tenant.id(), Optional.of(address));
    tenant.overseer(person);
    for (MailboxRow box : mailboxes.all(tenant.id(), Integer.MAX_VALUE)) {
      if (before.equals(OptionalLong.of(box.approver().principal().id()))) {
        box.approver(person);
      }
    }
  }
}
