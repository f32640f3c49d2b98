package dev.countersign.host.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an operator has a mailbox add to everything that leaves it. It becomes part of the draft, so
 * the approver sees it, the digest covers it, and the domains of the copies are judged.
 *
 * @param signature lines to stand under the text, plain
 */
public record Letterhead(
    Optional<EmailAddress> cc, Optional<EmailAddress> bcc, Optional<String> signature) {
  /** {@return the draft with all of it; with nothing twice} */
  public Draft on(Draft draft) {
    var withCc = cc.map(copy -> with(draft, draft.cc(), copy)).orElse(draft.cc());
    var withBcc =
        bcc.filter(copy -> !has(withCc, copy))
            .map(copy -> with(draft, draft.bcc(), copy))
            .orElse(draft.bcc());
    return new Draft(
        draft.from(),
        draft.to(),
        withCc,
        withBcc,
        draft.subject(),
        signature.map(block -> signed(draft.body(), block)).orElse(draft.body()),
        draft.attachments(),
        draft.threading());
  }

  private static List<EmailAddress> with(Draft draft, List<EmailAddress> field, EmailAddress copy) {
    if (has(draft.recipients(), copy)) {
      return field;
    }
    List<EmailAddress> more = new ArrayList<>(field);
    more.add(copy);
    return more;
  }

  private static boolean has(List<EmailAddress> addresses, EmailAddress wanted) {
    return addresses.stream().anyMatch(known -> known.bare().equals(wanted.bare()));
  }

  private static Body signed(Body body, String block) {
    String text = Sections.of(body.text()).signed(block).text();
    return switch (body) {
      case Body.Markdown markdown -> new Body.Markdown(text);
      case Body.PlainText plain -> new Body.PlainText(text);
    };
  }
}
