package dev.countersign.host.mail;

import java.util.regex.Pattern;

/** {@code Re:} and what it answers, once (RFC 5322 §3.6.5). */
final class ReplySubject {
  private static final String RE = "Re: ";

  // What mail programs write for "Re" in other languages: German, Dutch, Danish and Swedish,
  // Norwegian, Finnish, Polish, Italian, Portuguese, Turkish, Hungarian, Greek, Russian, Welsh,
  // Indonesian, Croatian, Lithuanian, Vietnamese, Hebrew, Arabic, Thai, Korean, Japanese, Chinese.
  // Words for "forwarded" are not among them: they say something else.
  private static final String WORDS =
      "re|aw|antw|antwort|sv|vs|odp|rif|res|ynt|vá|απ|σχετ|отв|на|atb|bls|odg|ats"
          + "|trả lời|השב|תשובה|رد|ตอบ|ตอบกลับ|답장|회신|返信|回复|回覆|答复|答覆";

  /** French puts a space that does not break before a colon, Chinese a wide one behind. */
  private static final String SPACE = "[\\s\\p{Z}]*";

  private static final Pattern ANSWERED =
      Pattern.compile(
          "^"
              + SPACE
              + "(?:(?:"
              + WORDS
              + ")"
              + SPACE
              + "(?:\\[\\d{1,4}\\]|\\(\\d{1,4}\\)|\\^\\d{1,4}|\\*\\d{1,4})?"
              + SPACE
              + "[:：]"
              + SPACE
              + ")+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private ReplySubject() {}

  static String of(String subject) {
    String whole = RE + ANSWERED.matcher(subject).replaceFirst("").strip();
    if (whole.length() <= Draft.SUBJECT_CHARS_MAX) {
      return whole.strip();
    }
    int end = Draft.SUBJECT_CHARS_MAX;
    boolean pair = Character.isHighSurrogate(whole.charAt(end - 1));
    return whole.substring(0, pair ? end - 1 : end).strip();
  }
}
