package dev.countersign.kernel;

/**
 * Somebody, or something, that calls.
 *
 * @param id unique across roles; not 0 for an agent, a person or an operator
 */
public record Principal(Role role, long id) {
  public Principal {
    if (!dev.countersign.kernel.core.Principal.valid(role.code, id)) {
      throw new IllegalArgumentException("an id of 0 is nobody's; give the " + role + " another");
    }
  }
}
