package dev.countersign.conformance.running;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An SMTP server (RFC 5321, with SMTPUTF8) over TCP that takes its time where it is told to, and
 * remembers every message of which it was given any or all.
 */
public final class SlowPeer implements AutoCloseable {
  /** The answer that is held back. */
  public enum Moment {
    /** The first line, before the client may say anything. */
    GREETING,
    /** The leave to transmit the message. */
    DATA,
    /** The receipt, when the whole message is there. */
    RECEIPT
  }

  /** One transaction: for whom, and whether all of the message arrived. */
  public record Transaction(List<String> recipients, String message, boolean complete) {}

  private record Slowness(Moment moment, String recipient, CountDownLatch reached) {}

  private final ServerSocket server;
  private final List<Transaction> transactions = new CopyOnWriteArrayList<>();
  private final List<Slowness> slow = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  public SlowPeer() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  /** For {@code COUNTERSIGN_SMTP_URL}. */
  public String url() {
    return "smtp://127.0.0.1:" + server.getLocalPort();
  }

  /** From now on this answer is held back, at DATA and later only for this recipient. */
  public Stall stall(Moment moment, String recipient) {
    var slowness = new Slowness(moment, recipient, new CountDownLatch(1));
    slow.add(slowness);
    return new Stall(slowness.reached());
  }

  /** Tells when the peer holds its answer back. */
  public record Stall(CountDownLatch reached) {
    public void await() {
      try {
        if (!reached.await(Waiting.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          throw new AssertionError("nobody came that far");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Answers at once from now on; connections that wait already go on waiting. */
  public void hurry() {
    slow.clear();
  }

  /** {@return the transactions in which this recipient's message was transmitted, or begun} */
  public List<Transaction> transactionsFor(String recipient) {
    return transactions.stream().filter(t -> t.recipients().contains(recipient)).toList();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> converse(socket));
      } catch (IOException e) {
        // closed
      }
    }
  }

  private void converse(Socket socket) {
    try (socket;
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      holdBack(Moment.GREETING, List.of());
      reply(socket, "220 peer ready");
      List<String> recipients = new CopyOnWriteArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        var command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("EHLO")) {
          reply(socket, "250-peer\r\n250-8BITMIME\r\n250 SMTPUTF8");
        } else if (command.startsWith("MAIL")) {
          recipients.clear();
          reply(socket, "250 fine");
        } else if (command.startsWith("RCPT")) {
          recipients.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
          reply(socket, "250 fine");
        } else if (command.equals("DATA")) {
          message(socket, in, List.copyOf(recipients));
        } else if (command.equals("QUIT")) {
          reply(socket, "221 bye");
          return;
        } else {
          reply(socket, "250 fine");
        }
      }
    } catch (IOException e) {
      // The other side is gone: that is what these tests are about.
    }
  }

  private void message(Socket socket, BufferedReader in, List<String> recipients)
      throws IOException {
    int number;
    synchronized (transactions) {
      number = transactions.size();
      transactions.add(new Transaction(recipients, "", false));
    }
    holdBack(Moment.DATA, recipients);
    reply(socket, "354 go on");
    var text = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        transactions.set(number, new Transaction(recipients, text.toString(), true));
        holdBack(Moment.RECEIPT, recipients);
        reply(socket, "250 queued");
        return;
      }
      text.append(line).append('\n');
    }
  }

  private void holdBack(Moment moment, List<String> recipients) {
    for (var slowness : slow) {
      boolean meant = moment == Moment.GREETING || recipients.contains(slowness.recipient());
      if (slowness.moment() == moment && meant) {
        slowness.reached().countDown();
        try {
          closing.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private static void reply(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
