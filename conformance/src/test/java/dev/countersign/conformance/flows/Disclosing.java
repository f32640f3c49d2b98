package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.ReceivedMail;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whether a message says that an AI agent wrote it: everywhere, or nowhere. */
public interface Disclosing extends OnProduct {
  // A line of its own, or in HTML a paragraph of its own.
  Pattern OWN_LINE =
      Pattern.compile("(?m)^(<p>)?" + Pattern.quote(Delivering.DISCLOSURE) + "(</p>)?\\r?$");

  @Test
  default void disclosure_is_complete() {
    var silent = product().newMailbox(Map.of("ai_disclosure", false));
    var open = product().newMailbox();
    for (String text :
        List.of("Hello.", "Yes.\n\n> You wrote:\n> " + Delivering.DISCLOSURE + "\n\nBye.")) {
      for (String form : List.of("markdown", "text_body")) {
        expect(1, deliveredFrom(open, form, text), form);
        expect(0, deliveredFrom(silent, form, text), form);
      }
    }
  }

  private static void expect(int times, ReceivedMail mail, String form) {
    assertEquals(times, mail.headers("X-AI-Generated").size());
    assertEquals(times, mail.headers("X-MultiMail-Identity").size());
    assertEquals(times, OWN_LINE.matcher(mail.text("text/plain")).results().count());
    if (form.equals("markdown")) {
      var html = mail.text("text/html").replaceAll("(?s)<blockquote>.*?</blockquote>", "");
      assertEquals(times, OWN_LINE.matcher(html).results().count());
    }
  }

  private ReceivedMail deliveredFrom(String box, String form, String text) {
    var recipient = Drafts.somebody();
    var draft = Map.of("to", recipient, "subject", "Re: Hello", form, text);
    var id = product().sendFrom(box, draft).expecting(202).text("id");
    product().awaitStatus(id, "pending_send_approval");
    product().decide(id, "approve").expecting(200);
    return new ReceivedMail(product().mail().onlyMailFor(recipient));
  }
}
