package dev.countersign.host.signup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which short names are free. */
@ApplicationScoped
public class Slugs {
  private static final int SUGGESTED = 3;

  @Inject Signups signups;
  @Inject SignupSettings settings;

  /** Inside a transaction; {@code besides} is whose own wish does not count. */
  public boolean free(Slug slug, @Nullable String besides, long now) {
    return !slug.reserved() && !signups.slugTaken(slug.text(), besides, mailbox(slug), now);
  }

  public List<String> suggestions(Slug slug, long now) {
    return slug.others().stream()
        .filter(other -> free(other, null, now))
        .limit(SUGGESTED)
        .map(Slug::text)
        .toList();
  }

  /** {@return the address of the mailbox that an account of this name begins with} */
  public String mailbox(Slug slug) {
    return slug.text() + "@" + settings.domain();
  }
}
