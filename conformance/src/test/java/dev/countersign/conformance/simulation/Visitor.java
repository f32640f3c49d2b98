package dev.countersign.conformance.simulation;

import dev.countersign.host.desk.SendRequest;
import dev.countersign.host.desk.Submitted;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.keys.KeyRow;
import dev.countersign.host.mail.Body;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.Threading;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Mode;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Somebody who asks a node for a few things, one after another, and hears the answers. */
final class Visitor {
  private static final List<Mode> MODES = List.of(Mode.values());
  private static final List<Draft> DRAFTS = List.of(draft("one"), draft("two"), draft("three"));

  private final Node node;
  private final World world;
  private final Cast cast;
  private final MailboxId mailbox;
  private final String name;
  private int requests;

  Visitor(Node node, World world, Cast cast, MailboxId mailbox, String name) {
    this.node = node;
    this.world = world;
    this.cast = cast;
    this.mailbox = mailbox;
    this.name = name;
  }

  private static Draft draft(String subject) {
    return new Draft(
        EmailAddress.parse("box@host.example"),
        List.of(EmailAddress.parse("somebody@peer.example")),
        List.of(),
        List.of(),
        subject,
        new Body.PlainText("Hello."),
        List.of(),
        new Threading(Optional.empty(), List.of()));
  }

  /** The agent hands in mail, and changes its mind now and then. */
  void write() {
    for (int i = 0; i < 1 + random().nextInt(2); i++) {
      submit(DRAFTS.get(random().nextInt(DRAFTS.size())));
    }
    if (random().nextInt(3) == 0 && !world.letters.isEmpty()) {
      var id = letter().id();
      ask(
          cast.agent,
          id,
          random().nextBoolean()
              ? new MessageCall.Cancel()
              : new MessageCall.Reschedule(world.now()));
    }
  }

  /** A person decides about what there is. */
  void decide(KeyRow person) {
    for (int i = 0; i < 2 + random().nextInt(3); i++) {
      if (world.letters.isEmpty()) {
        world.sleep(random().nextInt(500));
      } else {
        var letter = letter();
        ask(person, letter.id(), decision(letter));
      }
    }
  }

  private MessageCall decision(Letter letter) {
    return switch (random().nextInt(10)) {
      case 0 -> new MessageCall.Reject();
      case 1 -> new MessageCall.Settle(random().nextBoolean());
      case 2 -> new MessageCall.Cancel();
      case 3 -> new MessageCall.Read();
      default -> new MessageCall.Approve(letter.digest());
    };
  }

  /** The operator changes what goes for the mailbox. */
  void operate() {
    for (int i = 0; i < 1 + random().nextInt(3); i++) {
      var call =
          switch (random().nextInt(5)) {
            case 0 -> new MailboxCall.Suspend();
            case 1 -> new MailboxCall.Lift();
            default -> new MailboxCall.SetMode(MODES.get(random().nextInt(MODES.size())));
          };
      tell(call);
    }
  }

  private void tell(MailboxCall call) {
    var request = request(call);
    var decision = node.mailboxes.call(cast.speaking(cast.operator, request), mailbox, call);
    hear(request, decision);
  }

  private void ask(KeyRow who, EmailId id, MessageCall call) {
    var request = request(call);
    hear(request, node.messages.call(cast.speaking(who, request), id, call, null));
  }

  private void submit(Draft draft) {
    long sendAt = random().nextInt(3) == 0 ? world.now() + random().nextInt(90_000) : 0;
    var timing = random().nextBoolean() ? GateTiming.GATE_FIRST : GateTiming.SCHEDULE_FIRST;
    var what = new SendRequest(draft, sendAt, Optional.of(timing), Optional.empty());
    var request = request(what);
    switch (node.submitting.submit(cast.speaking(cast.agent, request), mailbox, what)) {
      case Submitted.New(var row) -> {
        world.letters.add(
            new Letter(EmailId.parse(row.id()).orElseThrow(), row.message().digest()));
        answered(request, "ok");
      }
      case Submitted.Refused(var why) -> answered(request, why.code());
      default -> throw new AssertionError("no idempotency key was given");
    }
  }

  private String request(Object what) {
    var request = name + "-" + ++requests;
    world.asked.put(request, what);
    if (random().nextInt(4) == 0) {
      world.sleep(random().nextInt(60_000));
    }
    return request;
  }

  private void hear(String request, Decision<?> decision) {
    answered(
        request,
        switch (decision) {
          case Decision.Refused<?>(var why) -> why.code();
          case Decision.Allowed<?> allowed -> "ok";
        });
  }

  private void answered(String request, String outcome) {
    world.baton().pause("answer " + request);
    world.store().chronicle.add(new Seen.Answered(request, outcome));
  }

  private Letter letter() {
    return world.letters.get(random().nextInt(world.letters.size()));
  }

  private Random random() {
    return world.random();
  }
}
