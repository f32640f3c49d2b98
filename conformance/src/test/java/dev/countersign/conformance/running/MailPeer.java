package dev.countersign.conformance.running;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** The mail server that the product hands its messages to, over TCP, with a mailbox for anybody. */
public final class MailPeer implements AutoCloseable {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  public MailPeer() {
    server.start();
  }

  /** For {@code COUNTERSIGN_SMTP_URL}. */
  public String url() {
    return "smtp://127.0.0.1:" + server.getSmtp().getPort();
  }

  /** {@return what lies in this address's mailbox} */
  public List<MimeMessage> mailFor(String address) {
    GreenMailUser user = server.getUserManager().getUserByEmail(address);
    if (user == null) {
      return List.of();
    }
    try {
      var inbox = server.getManagers().getImapHostManager().getInbox(user);
      return inbox.getMessages().stream().map(stored -> stored.getMimeMessage()).toList();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return the only message in this mailbox, as soon as it is there} */
  public MimeMessage onlyMailFor(String address) {
    var all =
        Waiting.until(
            "mail for " + address + " arrives", () -> mailFor(address), mail -> !mail.isEmpty());
    if (all.size() > 1) {
      throw new AssertionError(address + " was sent " + all.size() + " messages");
    }
    return all.getFirst();
  }

  /** {@return everything that anybody got; a message to three addresses is there three times} */
  public List<MimeMessage> all() {
    return Arrays.asList(server.getReceivedMessages());
  }

  @Override
  public void close() {
    server.stop();
  }
}
