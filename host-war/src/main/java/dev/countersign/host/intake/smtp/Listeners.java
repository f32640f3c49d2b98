package dev.countersign.host.intake.smtp;

import dev.countersign.host.intake.Destinations;
import dev.countersign.host.intake.Intake;
import dev.countersign.host.intake.IntakeSettings;
import dev.countersign.host.platform.EventLog;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.subethamail.smtp.internal.command.MailCommand;
import org.subethamail.smtp.internal.server.CommandHandler;
import org.subethamail.smtp.server.SMTPServer;

/** The listeners of this site, none without a setting, and how they are limited. */
@ApplicationScoped
public class Listeners {
  private static final EventLog LOG = EventLog.of(Listeners.class);
  private static final int SENDER_OCTETS = 320;
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

  @Inject IntakeSettings settings;
  @Inject Destinations destinations;
  @Inject Intake intake;
  @Inject Limits limits;

  @Resource ManagedExecutorService workers;
  @Resource ManagedScheduledExecutorService clock;

  private final List<SMTPServer> running = new ArrayList<>();

  /** Begins to listen; a port that is taken stops the start. */
  public synchronized void start() {
    var room = new Room(limits.value(Limit.SMTP_WORK_BYTES));
    settings.smtp().ifPresent(at -> listen(Protocol.SMTP, at, room));
    settings.lmtp().ifPresent(at -> listen(Protocol.LMTP, at, room));
  }

  /** Breaks off connections: what was not acknowledged will come again. */
  public synchronized void stop() {
    running.forEach(SMTPServer::stop);
    running.clear();
  }

  private void listen(Protocol protocol, InetSocketAddress at, Room room) {
    SMTPServer server = server(protocol, at, room);
    server.start();
    running.add(server);
    LOG.event("a mail listener is open").info();
  }

  private SMTPServer server(Protocol protocol, InetSocketAddress at, Room room) {
    var sittings =
        new Sittings(
            settings.trusted(),
            clock,
            limits.count(Limit.SMTP_CONNECTIONS_PER_PEER_COUNT),
            limits.value(Limit.SMTP_CONNECTION_MS));
    var door =
        new Door(
            protocol.way(),
            destinations,
            intake,
            workers,
            sittings,
            new PeerRates(limits.count(Limit.SMTP_MESSAGES_PER_PEER_PER_MINUTE_COUNT)),
            room,
            limits.value(Limit.INBOUND_MESSAGE_BYTES),
            limits.value(Limit.INBOUND_HEADER_BYTES),
            limits.count(Limit.SMTP_UNKNOWN_RECIPIENTS_COUNT));
    var builder =
        SMTPServer.port(at.getPort())
            .bindAddress(at.getAddress())
            .hostName(settings.host())
            .softwareName("Countersign")
            .maxConnections(limits.count(Limit.SMTP_CONNECTIONS_COUNT))
            .connectionTimeoutMs(limits.count(Limit.SMTP_COMMAND_MS))
            .maxRecipients(limits.count(Limit.SMTP_RECIPIENTS_COUNT))
            .maxMessageSize(limits.count(Limit.INBOUND_MESSAGE_BYTES))
            .insertReceivedHeaders(false)
            .sessionHandler(sittings)
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .messageHandlerFactory(
                context -> new Transaction(door, (org.subethamail.smtp.server.Session) context));
    Optional<ServerCertificate> certificate = settings.certificate().map(ServerCertificate::in);
    certificate.ifPresent(
        own -> builder.enableTLS().startTlsSocketFactory(socket -> own.encrypting(socket)));
    SMTPServer server = builder.requireTLS(settings.tlsRequired()).build();
    equip(server.getCommandHandler(), protocol, sittings);
    return server;
  }

  /**
   * What cannot be an address is not asked for again later, and no database is bothered with it.
   */
  private static boolean isSender(String sender) {
    return sender.length() <= SENDER_OCTETS && !UNPRINTABLE.matcher(sender).find();
  }

  /** The library's commands, less what nobody needs, and with what it has not. */
  private void equip(CommandHandler commands, Protocol protocol, Sittings sittings) {
    commands.addCommand(new SizedMail(new MailCommand(Listeners::isSender)));
    commands.addCommand(new Forwarding(sittings));
    // A browser that was sent here by somebody: what it is made to say must not be mail.
    for (String verb : List.of("GET", "POST", "PUT", "HEAD", "OPTIONS", "CONNECT", "PATCH")) {
      commands.addCommand(new OtherProtocol(verb));
    }
    commands.addCommand(new Refused("BDAT", "502 5.5.1 Use DATA"));
    commands.addCommand(new Refused("AUTH", "502 5.5.1 Nobody logs in here"));
    commands.addCommand(new Refused("VRFY", "252 2.5.0 Ask with RCPT"));
    commands.addCommand(new Refused("EXPN", "502 5.5.1 There are no lists"));
    commands.addCommand(new Refused("HELP", "214 2.0.0 See RFC 5321"));
    if (protocol == Protocol.LMTP) {
      commands.addCommand(new Refused("HELO", "500 5.5.1 This is LMTP: say LHLO"));
      commands.addCommand(new Refused("EHLO", "500 5.5.1 This is LMTP: say LHLO"));
    }
    commands.addCommand(new MessageData(protocol));
    commands.addCommand(new Greeting(protocol, sittings));
    int most = limits.count(Limit.SMTP_COMMANDS_COUNT);
    for (String verb : List.copyOf(commands.getVerbs())) {
      commands.addCommand(new Counted(commands.getCommand(verb), sittings, most));
    }
  }
}
