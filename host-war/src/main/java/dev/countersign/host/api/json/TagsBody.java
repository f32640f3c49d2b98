package dev.countersign.host.api.json;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Tags to set; those of other keys stay. */
@Schema(
    requiredProperties = {"tags"},
    example = "{\"tags\": {\"customer\": \"4711\", \"topic\": \"invoice\"}}")
public record TagsBody(@Nullable Map<String, @Nullable String> tags) {
  /**
   * The tags, if all of them can be stored.
   *
   * @throws dev.countersign.host.platform.Problem naming the first that cannot
   */
  public Map<String, String> wanted(Limits limits) {
    Map<String, String> wanted = new TreeMap<>();
    Fields.present("tags", tags)
        .forEach(
            (key, value) -> {
              var field = "tags." + key;
              var text = Fields.present(field, value);
              wanted.put(key(field, key, limits), text);
              Fields.line(field, text, limits.value(Limit.TAG_VALUE_CHARACTERS));
            });
    limits.checkCount(Limit.TAGS_COUNT, "tags", wanted.size());
    return wanted;
  }

  private static String key(String field, String key, Limits limits) {
    return Fields.line(field, key, limits.value(Limit.TAG_KEY_CHARACTERS))
        .filter(key::equals)
        .orElseThrow(
            () -> Fields.invalid("tags", "A tag's key must not be blank or begin or end so."));
  }
}
