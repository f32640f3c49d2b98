package dev.countersign.host.api.contacts;

import dev.countersign.host.api.json.Fields;
import dev.countersign.host.contacts.ContactRow;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.suppression.Suppressions;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the address book.
 *
 * @param createdAt milliseconds since 1970
 */
public record ContactJson(
    String id,
    @Schema(example = "Bob Bobson") String name,
    @Schema(example = "bob@example.org") String email,
    List<String> tags,
    long createdAt) {
  private static final int TAG_CHARACTERS = 100;

  public static ContactJson of(ContactRow row) {
    return new ContactJson(row.id(), row.name(), row.address(), row.tags(), row.createdAt());
  }

  /**
   * A page of them, newest first.
   *
   * @param cursor for the next page; null at the end
   */
  public record Listed(List<ContactJson> contacts, @Nullable String cursor) {
    static Listed of(List<ContactRow> oneMore, int limit) {
      var shown = oneMore.subList(0, Math.min(limit, oneMore.size()));
      return new Listed(
          shown.stream().map(ContactJson::of).toList(),
          oneMore.size() > limit ? shown.getLast().id() : null);
    }
  }

  /** A contact that is not in the book any more. */
  public record Deleted(String id, boolean deleted) {}

  /** Somebody to be put in. */
  @Schema(
      requiredProperties = {"name", "email"},
      example = "{\"name\": \"Bob\", \"email\": \"bob@example.org\", \"tags\": [\"customer\"]}")
  public record Body(
      @Nullable String name, @Nullable String email, @Nullable List<@Nullable String> tags) {
    String name(Limits limits) {
      var given = Fields.required("name", name);
      return Fields.line("name", given, limits.value(Limit.NAME_CHARACTERS)).orElseThrow();
    }

    String address() {
      return Suppressions.comparable(Fields.address("email", Fields.required("email", email)));
    }

    List<String> tags(Limits limits) {
      List<@Nullable String> given = tags == null ? List.of() : tags;
      limits.checkCount(Limit.CONTACT_TAGS_COUNT, "tags", given.size());
      return IntStream.range(0, given.size())
          .mapToObj(
              i ->
                  Fields.line("tags[" + i + "]", given.get(i), TAG_CHARACTERS)
                      .orElseThrow(() -> Fields.missing("tags[" + i + "]")))
          .distinct()
          .toList();
    }
  }
}
