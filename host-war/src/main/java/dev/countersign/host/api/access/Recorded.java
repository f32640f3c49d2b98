package dev.countersign.host.api.access;

import dev.countersign.host.ledger.Action;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method: the ledger's word for its calls. Desks record under their own words, so
 * this one stands only where a call ends before a desk has heard of it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Recorded {
  Action value();
}
