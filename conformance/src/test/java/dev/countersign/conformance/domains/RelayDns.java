package dev.countersign.conformance.domains;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Hands questions on to a resolver, all but one, which it answers with SERVFAIL. */
final class RelayDns implements AutoCloseable {
  private static final int PACKET_MAX = 4096;

  private final DatagramSocket udp;
  private final SimpleResolver onward;
  private final AtomicInteger failed = new AtomicInteger();
  private volatile String question = "";

  RelayDns(InetSocketAddress to) throws IOException {
    udp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    onward = new SimpleResolver(to);
    onward.setTimeout(Duration.ofSeconds(20));
    Thread.ofPlatform().daemon().start(this::serve);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), udp.getLocalPort());
  }

  void failing(String name, String type) {
    failed.set(0);
    question = name + " " + type;
  }

  /** How often the one question was asked since. */
  int failed() {
    return failed.get();
  }

  private void serve() {
    while (!udp.isClosed()) {
      try {
        var packet = new DatagramPacket(new byte[PACKET_MAX], PACKET_MAX);
        udp.receive(packet);
        var query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
        Thread.ofVirtual().start(() -> relay(query, packet));
      } catch (IOException e) {
        // closed
      }
    }
  }

  private void relay(Message query, DatagramPacket from) {
    try {
      var asked = query.getQuestion();
      Message answer;
      if (question.equals(asked.getName() + " " + Type.string(asked.getType()))) {
        failed.incrementAndGet();
        answer = LoopbackDns.begin(query);
        answer.getHeader().setRcode(Rcode.SERVFAIL);
      } else {
        answer = onward.send(query);
        answer.getHeader().setID(query.getHeader().getID());
      }
      byte[] bytes = answer.toWire();
      udp.send(new DatagramPacket(bytes, bytes.length, from.getSocketAddress()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    udp.close();
  }
}
