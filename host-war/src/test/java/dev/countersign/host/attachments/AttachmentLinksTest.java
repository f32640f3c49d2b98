package dev.countersign.host.attachments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.identity.KeptSecret;
import dev.countersign.host.identity.KeyStoreFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentLinksTest {
  private static final long NOW = 1_800_000_000_000L;
  private static final AttachmentLink LINK =
      new AttachmentLink("ten_1", "key_1", "em_1", 0, NOW + 3_600_000);

  @TempDir Path data;
  private AttachmentLinks links = links(Path.of("unset"));

  /** Whatever opens links: the server's way, and ways that are wrong. */
  private interface Door {
    Optional<AttachmentLink> open(String token, long now);
  }

  @BeforeEach
  void makeLinks() {
    links = links(data);
  }

  private static AttachmentLinks links(Path folder) {
    return new AttachmentLinks(
        new KeptSecret(KeyStoreFile.in(folder, "links", Optional.empty()), "links.1"));
  }

  private Optional<AttachmentLink> served(String token, long now) {
    return links.read(token).filter(link -> !link.over(now));
  }

  private void assertTight(Door door) {
    var token = links.token(LINK);
    assertEquals(Optional.of(LINK), door.open(token, NOW));
    assertTrue(door.open(token, LINK.expires() - 1).isPresent(), "until its end");
    assertFalse(door.open(token, LINK.expires()).isPresent(), "not any more");
    for (int i = 0; i < token.length(); i++) {
      for (char other : new char[] {'A', 'B', '-', '.'}) {
        if (token.charAt(i) != other) {
          var changed = token.substring(0, i) + other + token.substring(i + 1);
          assertFalse(door.open(changed, NOW).isPresent(), changed);
        }
      }
      assertFalse(door.open(token.substring(0, i), NOW).isPresent(), "cut at " + i);
    }
    var elsewhere = links(data.resolve("elsewhere")).token(LINK);
    assertFalse(door.open(elsewhere, NOW).isPresent(), "of another server");
  }

  @Test
  void a_link_opens_as_it_is_and_until_its_end_and_no_other_text_does() {
    assertTight(this::served);
  }

  @Test
  void nodes_with_the_same_secret_open_each_others_links() {
    assertEquals(Optional.of(LINK), links(data).read(links.token(LINK)));
  }

  @Test
  void doors_that_leave_something_out_are_noticed() {
    Door timeless = (token, now) -> links.read(token);
    Door unsigned =
        (token, now) -> {
          var parts = token.split("\\.", -1);
          try {
            var text =
                new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.US_ASCII);
            return AttachmentLink.of(text).filter(link -> !link.over(now));
          } catch (IllegalArgumentException e) {
            return Optional.empty();
          }
        };
    var whole = links.token(LINK);
    int last = whole.length() - 1;
    Door careless =
        (token, now) ->
            token.length() > last
                ? served(token.substring(0, last) + whole.charAt(last), now)
                : Optional.empty();
    assertThrows(AssertionError.class, () -> assertTight(timeless));
    assertThrows(AssertionError.class, () -> assertTight(unsigned));
    assertThrows(AssertionError.class, () -> assertTight(careless));
  }
}
