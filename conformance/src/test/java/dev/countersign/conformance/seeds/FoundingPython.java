package dev.countersign.conformance.seeds;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The founding documents' Python, with the package that they import and this server behind it. */
public interface FoundingPython extends OnProduct {
  String ANY_KEY = "mm_live_...";
  String ANY_MAILBOX = "agent@acme.example";

  @Test
  default void their_python_makes_a_mailbox_under_oversight() {
    var address = Drafts.somebody();
    var approver = Drafts.somebody();
    var made =
        run(
            Lines.of("create_mailbox.py")
                .with(ANY_KEY, product().firstRun().adminKey())
                .with(ANY_MAILBOX, address)
                .with("approver@acme.example", approver));
    assertEquals(
        """
        Mailbox: %s
        Oversight mode: gated_send
        Identity signing: True
        Approver: %s
        """
            .formatted(address, approver),
        made);
  }

  @Test
  default void their_python_reads_who_sent_a_message_and_whether_that_holds() {
    var id = product().sendAndAwaitHold(Drafts.to(Drafts.somebody()));
    product().decide(id, "approve").expecting(200);
    product().awaitStatus(id, "sent");
    var read =
        run(
            Lines.of("read_email.py")
                .with(ANY_KEY, product().firstRun().agentKey())
                .with("em_01HXYZ4K8MNGP3QRS7T", id));
    assertAll(
        () -> assertTrue(read.contains("Agent ID: agent_"), read),
        () -> assertTrue(read.contains("Tenant: " + product().firstRun().tenantId()), read),
        () -> assertTrue(read.contains("Oversight mode: gated_send"), read),
        () -> assertTrue(read.contains("Signature: 30"), read),
        () -> assertTrue(read.contains("Signature valid: True"), read),
        () -> assertTrue(read.contains("Domain risk score: "), read),
        () -> assertTrue(read.contains("DMARC policy: "), read));
  }

  @Test
  default void their_python_lists_what_waits_for_a_person() {
    var recipient = Drafts.somebody();
    var id = product().sendAndAwaitHold(Drafts.to(recipient));
    var listed =
        run(
            Lines.of("list_pending.py")
                .with(ANY_KEY, product().firstRun().oversightKey())
                .with(ANY_MAILBOX, product().firstRun().mailboxAddress()));
    assertAll(
        () -> assertTrue(listed.startsWith("Pending approvals: "), listed),
        () -> assertTrue(listed.contains(" ID: " + id.replace("em_", "pend_")), listed),
        () -> assertTrue(listed.contains(recipient), listed),
        () -> assertTrue(listed.contains(" Subject: Security review findings"), listed),
        () -> assertTrue(listed.contains(" Agent ID: agent_"), listed),
        () -> assertTrue(listed.contains(" Domain risk: "), listed));
  }

  private String run(Lines lines) {
    var clients = Path.of(System.getProperty("countersign.root"), "conformance", "clients");
    var variables =
        Map.of(
            "PYTHONPATH",
            clients.resolve("python").toString(),
            "PYTHONDONTWRITEBYTECODE",
            "1",
            "MULTIMAIL_URL",
            product().anonymous().base().toString());
    var outcome = lines.runBy("python3", ".py", variables);
    assertEquals(0, outcome.status(), outcome.errors());
    return outcome.output();
  }
}
