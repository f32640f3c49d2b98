package dev.countersign.conformance.running;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** The codes that an overseer is mailed, the newest last. */
public record CodeMails(MailPeer mail, String address) {
  private static final Pattern CODE = Pattern.compile("The code is (\\S+)");

  /** {@return the mail with the code that is the so-manieth, from 1, as soon as it is there} */
  public String text(int number) {
    var mails =
        Waiting.until("code " + number + " is mailed", this::all, all -> all.size() >= number);
    return content(mails.get(number - 1));
  }

  public String code(int number) {
    var text = text(number);
    var found = CODE.matcher(text);
    if (!found.find()) {
      throw new AssertionError("no code in: " + text);
    }
    return found.group(1);
  }

  public int count() {
    return all().size();
  }

  private List<MimeMessage> all() {
    return mail.mailFor(address).stream()
        .filter(mail -> content(mail).contains("The code"))
        .toList();
  }

  private static String content(MimeMessage mail) {
    try {
      return String.valueOf(mail.getContent());
    } catch (IOException | MessagingException e) {
      throw new AssertionError("a mail cannot be read", e);
    }
  }
}
