package dev.countersign.host.api.support;

import dev.countersign.host.api.json.Fields;
import dev.countersign.host.api.signup.SignupBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said to whoever runs the server. */
public final class SupportJson {
  private static final int LINE = 200;
  private static final int MESSAGE = 16_384;

  private SupportJson() {}

  /** From a stranger, with the solution of a puzzle from {@code POST /v1/account/challenge}. */
  @Schema(name = "SupportBody")
  public record SupportBody(
      @Nullable String name,
      @Nullable String email,
      @Nullable String subject,
      @Nullable String message,
      SignupBody.@Nullable PowSolution powSolution) {
    Words words() {
      var who =
          Fields.line("name", Fields.required("name", name), LINE).orElseThrow()
              + " <"
              + Fields.address("email", Fields.required("email", email)).address()
              + ">";
      return new Words(who, line("subject", subject), text("message", message));
    }
  }

  /**
   * From an agent or a person with a key.
   *
   * @param subject in a few words; "Feedback" where it is absent
   */
  @Schema(name = "FeedbackBody")
  public record FeedbackBody(@Nullable String subject, @Nullable String message) {
    Words words(String who) {
      var title = Fields.line("subject", subject, LINE).orElse("Feedback");
      return new Words(who, title, text("message", message));
    }
  }

  /** What became of it. */
  @Schema(name = "SupportStatus")
  public record Status(String status) {}

  /** Who says what. */
  record Words(String who, String subject, String message) {}

  private static String line(String field, @Nullable String text) {
    return Fields.line(field, Fields.required(field, text), LINE).orElseThrow();
  }

  private static String text(String field, @Nullable String text) {
    return Fields.shortText(field, Fields.required(field, text), MESSAGE).orElseThrow();
  }
}
