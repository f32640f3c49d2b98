package dev.countersign.conformance.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.conformance.running.OnProduct;
import dev.countersign.host.openapi.ApiDocument;
import org.junit.jupiter.api.Test;

/** What the server says of its API is what was checked of the sources. */
public interface Describing extends OnProduct {
  @Test
  default void the_served_description_is_that_of_all_resources_at_both_addresses() {
    var expected = ApiDocument.of(Resources.all()).toString();
    for (var address : new String[] {"/v1/openapi.json", "/openapi"}) {
      assertEquals(expected, product().anonymous().get(address).expecting(200).body(), address);
    }
  }
}
