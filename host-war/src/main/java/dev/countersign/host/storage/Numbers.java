package dev.countersign.host.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Numbers for the things that the kernel compares: principals, keys, mailboxes, codes. */
@ApplicationScoped
public class Numbers {
  @PersistenceContext EntityManager rows;

  public long next() {
    var next = rows.createNativeQuery("SELECT nextval('numbers')").getSingleResult();
    return ((Number) next).longValue();
  }
}
