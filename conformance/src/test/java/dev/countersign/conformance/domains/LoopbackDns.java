package dev.countersign.conformance.domains;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * A name server of the tests' own, over UDP and TCP on the loopback address: answers as a resolver
 * does, or goes wrong in the way that it is told.
 */
public final class LoopbackDns implements AutoCloseable {
  /** How an answer goes wrong. */
  public enum Fault {
    SILENCE,
    SERVFAIL,
    REFUSED,
    FORMERR,
    NOTIMP,
    GARBAGE,
    EMPTY_PACKET,
    CUT_SHORT,
    ANOTHER_ID,
    ANOTHER_QUESTION,
    A_QUERY_BACK,
    DENIES_EVERYTHING,
    LAME_REFERRAL,
    ALIAS_LOOP,
    LONG_ALIAS_CHAIN,
    TRUNCATED_AND_NO_TCP
  }

  private static final int UDP_MAX = 1232;

  private final ConcurrentMap<Name, List<Record>> records = new ConcurrentHashMap<>();
  private final Set<Name> names = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<Name, Fault> faults = new ConcurrentHashMap<>();
  private final AtomicInteger questions = new AtomicInteger();
  private final AtomicInteger overTcp = new AtomicInteger();
  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private volatile @Nullable Fault everywhere;
  private volatile Weather weather = Weather.FAIR;

  public LoopbackDns() {
    try {
      tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::serveUdp);
    Thread.ofPlatform().daemon().start(this::serveTcp);
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), udp.getLocalPort());
  }

  /** Records in the format of zone files (RFC 1035, section 5), with names in full. */
  public LoopbackDns with(String... lines) {
    try (Master zone =
        new Master(
            new java.io.ByteArrayInputStream(
                String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            Name.root,
            300)) {
      for (Record next = zone.nextRecord(); next != null; next = zone.nextRecord()) {
        add(next);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  LoopbackDns with(Record record) {
    add(record);
    return this;
  }

  /** A text record of these strings. */
  public LoopbackDns withText(String name, List<String> strings) {
    add(new TXTRecord(name(name), DClass.IN, 300, strings));
    return this;
  }

  public LoopbackDns failing(String name, Fault fault) {
    faults.put(name(name), fault);
    return this;
  }

  public LoopbackDns failing(@Nullable Fault fault) {
    everywhere = fault;
    return this;
  }

  /** Answers over UDP come late, or never, as in this weather. */
  public LoopbackDns in(Weather now) {
    weather = now;
    return this;
  }

  public int questions() {
    return questions.get();
  }

  public int overTcp() {
    return overTcp.get();
  }

  static Name name(String text) {
    try {
      return Name.fromString(text, Name.root);
    } catch (TextParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void serveUdp() {
    while (!udp.isClosed()) {
      try {
        var packet = new DatagramPacket(new byte[UDP_MAX], UDP_MAX);
        udp.receive(packet);
        var query = new Message(java.util.Arrays.copyOf(packet.getData(), packet.getLength()));
        Thread.ofVirtual().start(() -> answerUdp(query, packet));
      } catch (IOException e) {
        // closed, or not a question
      }
    }
  }

  private void answerUdp(Message query, DatagramPacket packet) {
    try {
      byte[] bytes = answer(query, true);
      if (bytes != null) {
        udp.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  private void serveTcp() {
    while (!tcp.isClosed()) {
      try {
        Socket socket = tcp.accept();
        Thread.ofVirtual().start(() -> answerTcp(socket));
      } catch (IOException e) {
        // closed
      }
    }
  }

  private void answerTcp(Socket socket) {
    try (socket) {
      var in = new DataInputStream(socket.getInputStream());
      byte[] question = in.readNBytes(in.readUnsignedShort());
      overTcp.incrementAndGet();
      byte[] bytes = answer(new Message(question), false);
      if (bytes != null) {
        var out = new DataOutputStream(socket.getOutputStream());
        out.writeShort(bytes.length);
        out.write(bytes);
        out.flush();
        in.read();
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  private byte @Nullable [] answer(Message query, boolean overUdp) throws IOException {
    questions.incrementAndGet();
    Record question = query.getQuestion();
    if (overUdp && !weather.lets(question.getName() + " " + question.getType())) {
      return null;
    }
    @Nullable Fault fault = faults.getOrDefault(question.getName(), everywhere);
    if (fault == null) {
      return cut(right(query), overUdp);
    }
    return WrongAnswers.of(fault, query, right(query), overUdp);
  }

  /** What does not fit into a datagram is marked so, and fetched over TCP (RFC 7766). */
  private static byte[] cut(Message answer, boolean overUdp) {
    byte[] whole = answer.toWire();
    return overUdp && whole.length > UDP_MAX ? answer.toWire(UDP_MAX) : whole;
  }

  static Message begin(Message query) {
    var answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RA);
    answer.addRecord(query.getQuestion(), Section.QUESTION);
    return answer;
  }

  private Message right(Message query) {
    Message answer = begin(query);
    Name name = query.getQuestion().getName();
    int type = query.getQuestion().getType();
    for (int hops = 0; hops < 10; hops++) {
      Name owner = exists(name) ? name : wildcard(name);
      if (!exists(owner)) {
        answer.getHeader().setRcode(Rcode.NXDOMAIN);
        break;
      }
      Name asked = name;
      List<Record> found = records(owner, type);
      found.forEach(each -> answer.addRecord(each.withName(asked), Section.ANSWER));
      if (query.getOPT() != null && (query.getOPT().getFlags() & ExtendedFlags.DO) != 0) {
        signatures(owner, type).forEach(each -> answer.addRecord(each, Section.ANSWER));
      }
      List<Record> aliases = records(owner, Type.CNAME);
      if (!found.isEmpty() || aliases.isEmpty()) {
        break;
      }
      answer.addRecord(aliases.getFirst().withName(asked), Section.ANSWER);
      name = ((CNAMERecord) aliases.getFirst()).getTarget();
    }
    return answer;
  }

  /** A name exists where there is something at it or below it (RFC 8020). */
  private void add(Record record) {
    Name owner = record.getName();
    records.computeIfAbsent(owner, name -> new CopyOnWriteArrayList<>()).add(record);
    for (int labels = 0; labels < owner.labels(); labels++) {
      names.add(new Name(owner, labels));
    }
  }

  private boolean exists(Name name) {
    return names.contains(name);
  }

  /** Below the closest name that exists (RFC 4592, section 3.3.1). */
  private Name wildcard(Name name) {
    for (int labels = 1; labels < name.labels(); labels++) {
      if (exists(new Name(name, labels))) {
        return name.wild(labels);
      }
    }
    return name;
  }

  private List<Record> signatures(Name name, int type) {
    return records(name, Type.RRSIG).stream()
        .filter(each -> ((RRSIGRecord) each).getTypeCovered() == type)
        .toList();
  }

  private List<Record> records(Name name, int type) {
    return records.getOrDefault(name, List.of()).stream()
        .filter(each -> each.getType() == type)
        .toList();
  }

  @Override
  public void close() {
    udp.close();
    try {
      tcp.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
