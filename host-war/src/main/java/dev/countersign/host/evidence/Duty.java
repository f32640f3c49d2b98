package dev.countersign.host.evidence;

import dev.countersign.host.platform.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One line of the map to law and standards.
 *
 * @param about what is asked for, in our own words
 * @param does what the product does about it
 * @param evidence paths in the package
 * @param remains what stays with whoever deploys it
 */
record Duty(
    String framework,
    String reference,
    String about,
    String does,
    List<String> evidence,
    String remains) {
  static List<Duty> of(byte[] json) {
    try {
      return List.of(Json.read(new ByteArrayInputStream(json), Duty[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
