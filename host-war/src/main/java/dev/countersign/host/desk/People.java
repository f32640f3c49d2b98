package dev.countersign.host.desk;

import dev.countersign.host.storage.Numbers;
import dev.countersign.host.tenants.PrincipalRow;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/** Principals by role and address: the same address in the same role is the same principal. */
@ApplicationScoped
class People {
  private static final int NAME_CHARACTERS = 200;

  @Inject Tenants tenants;
  @Inject Numbers numbers;
  @Inject InstantSource time;

  /** The person at this address, or the tenant's overseer. */
  PrincipalRow approver(String tenantId, Optional<String> address) {
    return address
        .map(at -> find(tenantId, Role.PERSON, at).orElseGet(() -> person(tenantId, at)))
        .orElseGet(() -> overseer(tenantId));
  }

  /** By id where there is one, else by address. */
  Optional<PrincipalRow> find(String tenantId, KeyDesk.Holder holder) {
    return holder.id().isPresent()
        ? tenants.byId(tenantId, holder.id().get())
        : holder.address().flatMap(address -> find(tenantId, holder.role(), address));
  }

  private Optional<PrincipalRow> find(String tenantId, Role role, String address) {
    return tenants.byAddress(tenantId, role, address);
  }

  /** Somebody new under a number that was drawn before. */
  PrincipalRow add(String tenantId, long no, KeyDesk.Holder holder) {
    return tenants.add(
        new PrincipalRow(
            no,
            tenantId,
            holder.role(),
            holder.name(),
            holder.address().orElse(null),
            time.millis()));
  }

  private PrincipalRow person(String tenantId, String address) {
    var holder = new KeyDesk.Holder(Role.PERSON, name(address), Optional.of(address));
    return add(tenantId, numbers.next(), holder);
  }

  /** An address may be longer than a name. */
  private static String name(String address) {
    return address.substring(0, Math.min(address.length(), NAME_CHARACTERS));
  }

  private PrincipalRow overseer(String tenantId) {
    long no = tenants.tenant(tenantId).overseerNo().orElseThrow();
    return tenants.principal(no);
  }
}
