package dev.countersign.host.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/** Who answers for a key: this installation as a service, or one tenant of it. */
public sealed interface KeyOwner {
  /** {@return the name in key store aliases and file names, lower case as PKCS#12 makes it} */
  String alias();

  /** {@return {@code service}, or the tenant's id, as published keys name it} */
  String published();

  /**
   * Reads what {@link #published} wrote.
   *
   * @throws IllegalArgumentException if nobody can be called so
   */
  static KeyOwner ofPublished(String owner) {
    return owner.equals(Service.NAME) ? new Service() : new Tenant(owner);
  }

  /** Signs identity claims. */
  record Service() implements KeyOwner {
    private static final String NAME = "service";

    @Override
    public String alias() {
      return NAME;
    }

    @Override
    public String published() {
      return NAME;
    }
  }

  /** Signs message content and metadata. */
  record Tenant(String id) implements KeyOwner {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,64}");

    public Tenant {
      if (!ID.matcher(id).matches()) {
        throw new IllegalArgumentException(
            "a tenant id is 1 to 64 letters, digits and underscores");
      }
    }

    @Override
    public String alias() {
      return "tenant-" + id.toLowerCase(Locale.ROOT);
    }

    @Override
    public String published() {
      return id;
    }
  }
}
