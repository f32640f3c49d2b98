package dev.countersign.kernel;

/** What can be asked of a whole tenant. */
public sealed interface TenantCall {
  record SuspendAll() implements TenantCall {}

  record LiftAll() implements TenantCall {}
}
