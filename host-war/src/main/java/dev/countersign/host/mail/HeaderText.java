package dev.countersign.host.mail;

import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Header values on the wire. Text that readers could decode into something else, or that would lose
 * spaces in transit, goes as RFC 2047 encoded words, so what arrives is what was approved.
 */
final class HeaderText {
  // 45 octets become 60 base64 characters; with =?UTF-8?B?…?= that stays under RFC 2047's 75.
  private static final int OCTETS_PER_WORD = 45;
  private static final int PLAIN_WORD_MAX = 200;
  private static final String FOLD = "\r\n ";

  private HeaderText() {}

  /** A Subject, for example. {@code used} is the length of the name, the colon and the space. */
  static String unstructured(String text, int used) {
    return isPlain(text) ? MimeUtility.fold(used, text) : encodedWords(text);
  }

  static String addresses(List<EmailAddress> addresses) {
    return addresses.stream().map(HeaderText::address).collect(Collectors.joining("," + FOLD));
  }

  static String address(EmailAddress address) {
    return address
        .displayName()
        .map(name -> phrase(name) + " <" + address.wireAddress() + ">")
        .orElse(address.wireAddress());
  }

  static String messageIds(List<MessageId> ids) {
    return ids.stream().map(MessageId::value).collect(Collectors.joining(FOLD));
  }

  private static String phrase(String name) {
    return isPlain(name)
        ? "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
        : encodedWords(name);
  }

  // "=?" in plain text would be decoded by the reader: the approver saw other words.
  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c <= '~')
        && !text.contains("=?")
        && !text.contains("  ")
        && text.equals(text.strip())
        && text.lines()
            .flatMap(line -> List.of(line.split(" ")).stream())
            .allMatch(word -> word.length() <= PLAIN_WORD_MAX);
  }

  private static String encodedWords(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    text.codePoints()
        .forEach(
            codePoint -> {
              String next = Character.toString(codePoint);
              if (CleanText.utf8Length(word + next) > OCTETS_PER_WORD) {
                words.add(encodedWord(word.toString()));
                word.setLength(0);
              }
              word.append(next);
            });
    words.add(encodedWord(word.toString()));
    return String.join(FOLD, words);
  }

  private static String encodedWord(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8) + "?=";
  }
}
