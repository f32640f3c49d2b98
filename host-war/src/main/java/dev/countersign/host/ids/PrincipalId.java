package dev.countersign.host.ids;

import dev.countersign.kernel.Role;

/** A principal's public id: {@code agent_…}, {@code person_…} or {@code operator_…}. */
public record PrincipalId(String text) {
  public static PrincipalId mint(Role role) {
    return new PrincipalId(role.wire() + "_" + Ulids.mint());
  }

  @Override
  public String toString() {
    return text;
  }
}
