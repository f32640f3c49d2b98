package dev.countersign.host.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.host.platform.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A library in the archive, as the CycloneDX list of the build names it. */
record Component(String name, String version, String licence) {
  static List<Component> of(byte[] sbom) {
    List<Component> components = new ArrayList<>();
    for (JsonNode component : tree(sbom).path("components")) {
      components.add(
          new Component(
              component.path("group").asText() + ":" + component.path("name").asText(),
              component.path("version").asText(),
              licence(component.path("licenses").path(0).path("license"))));
    }
    return components;
  }

  private static String licence(JsonNode licence) {
    return licence.path("id").asText(licence.path("name").asText("not named"));
  }

  private static JsonNode tree(byte[] json) {
    try {
      return Json.read(new ByteArrayInputStream(json), JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
