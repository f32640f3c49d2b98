package dev.countersign.host.intake.smtp;

import dev.countersign.host.intake.TrustedPeers;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** The connections of a listener: so many of one host, and none for ever. */
final class Sittings implements SessionHandler {
  private static final int BUSY = 421;

  private record Seat(Sitting sitting, ScheduledFuture<?> end) {}

  private final Map<Session, Seat> seats = new ConcurrentHashMap<>();
  private final Map<InetAddress, AtomicInteger> ofPeer = new ConcurrentHashMap<>();
  private final TrustedPeers trusted;
  private final ScheduledExecutorService clock;
  private final int mostOfPeer;
  private final long longestMillis;

  /** Ends connections by this clock. */
  Sittings(
      TrustedPeers trusted, ScheduledExecutorService clock, int mostOfPeer, long longestMillis) {
    this.trusted = trusted;
    this.clock = clock;
    this.mostOfPeer = mostOfPeer;
    this.longestMillis = longestMillis;
  }

  @Override
  public SessionAcceptance accept(Session session) {
    InetAddress peer = session.getSocket().getInetAddress();
    var open = ofPeer.computeIfAbsent(peer, address -> new AtomicInteger());
    if (open.incrementAndGet() > mostOfPeer) {
      left(peer);
      return SessionAcceptance.failure(BUSY, "4.7.0 Too many connections of yours, come again");
    }
    var end = clock.schedule(() -> close(session), longestMillis, TimeUnit.MILLISECONDS);
    seats.put(session, new Seat(new Sitting(trusted.has(peer)), end));
    return SessionAcceptance.success();
  }

  private static void close(Session session) {
    try {
      session.closeSocket();
    } catch (IOException e) {
      // It is closed already.
    }
  }

  @Override
  public void onSessionEnd(Session session) {
    var seat = seats.remove(session);
    if (seat != null) {
      seat.end().cancel(false);
    }
    left(session.getSocket().getInetAddress());
  }

  private void left(InetAddress peer) {
    ofPeer.computeIfPresent(peer, (address, open) -> open.decrementAndGet() <= 0 ? null : open);
  }

  /** The message is through, or given up; the connection may be, too. */
  void endMessage(Session session) {
    var seat = seats.get(session);
    if (seat != null) {
      seat.sitting().endMessage();
    }
  }

  Sitting of(Session session) {
    return Objects.requireNonNull(seats.get(session), "a command outside of a connection")
        .sitting();
  }
}
