package dev.countersign.host.domains.dns;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.WireParseException;

/**
 * The resolvers that this site trusts, asked in their order until one answers. A resolver that does
 * not answer is left alone for a while, so that it slows nothing down.
 */
public final class Resolvers implements Dns {
  private static final int ROUNDS = 2;
  private static final String TIME_OUT = "time-out";

  private final List<BreakableResolver> resolvers;

  /**
   * Asks these.
   *
   * @param timeout how long each is waited for, over UDP and TCP together
   */
  public Resolvers(List<InetSocketAddress> addresses, Duration timeout) {
    resolvers = addresses.stream().map(each -> new BreakableResolver(each, timeout)).toList();
  }

  @Override
  public DnsAnswer ask(String name, int type) {
    return ask(name, type, false);
  }

  @Override
  public DnsAnswer askUnchecked(String name, int type) {
    return ask(name, type, true);
  }

  private DnsAnswer ask(String name, int type, boolean unchecked) {
    Record question;
    try {
      question = Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN);
    } catch (TextParseException e) {
      return new DnsAnswer.Failed("not a name that DNS can look up");
    }
    Message query = Message.newQuery(question);
    query.getHeader().setFlag(Flags.AD);
    if (unchecked) {
      query.getHeader().setFlag(Flags.CD);
    }
    DnsAnswer answer = new DnsAnswer.Failed("no resolver is configured");
    // A second round, because a datagram may be lost.
    for (int round = 0; round < ROUNDS; round++) {
      for (BreakableResolver resolver : resolvers) {
        answer = ask(resolver, query, question);
        if (!(answer instanceof DnsAnswer.Failed)) {
          return answer;
        }
      }
      if (!(answer instanceof DnsAnswer.Failed(String why) && why.equals(TIME_OUT))) {
        return answer;
      }
    }
    return answer;
  }

  /**
   * The first response that is an answer, as it came.
   *
   * @throws IOException where there is none
   */
  Message exchange(Message query) throws IOException {
    String why = "no resolver is configured";
    for (int round = 0; round < ROUNDS; round++) {
      for (BreakableResolver resolver : resolvers) {
        try {
          if (resolver.mayAsk()) {
            Message response = resolver.send(query);
            DnsAnswer answer = AnswerReader.read(response, query.getQuestion());
            resolver.answered(!refused(answer));
            if (!(answer instanceof DnsAnswer.Failed(String failure))) {
              return response;
            }
            why = failure;
          }
        } catch (InterruptedException e) {
          resolver.answered(false);
          Thread.currentThread().interrupt();
          throw new InterruptedIOException();
        } catch (TimeoutException | ExecutionException | CompletionException e) {
          resolver.answered(false);
          why = cause(e);
        }
      }
    }
    throw new IOException(why);
  }

  private static boolean refused(DnsAnswer answer) {
    return answer instanceof DnsAnswer.Failed(String why) && why.equals("REFUSED");
  }

  private static DnsAnswer ask(BreakableResolver resolver, Message query, Record question) {
    if (!resolver.mayAsk()) {
      return new DnsAnswer.Failed("resolver paused after failures");
    }
    try {
      DnsAnswer answer = AnswerReader.read(resolver.send(query), question);
      if (answer instanceof DnsAnswer.NoSuchName && cutOff(resolver)) {
        resolver.answered(false);
        return new DnsAnswer.Failed("the resolver is cut off from the DNS");
      }
      resolver.answered(!refused(answer));
      return answer;
    } catch (InterruptedException e) {
      resolver.answered(false);
      Thread.currentThread().interrupt();
      return new DnsAnswer.Failed("interrupted");
    } catch (TimeoutException e) {
      resolver.answered(false);
      return new DnsAnswer.Failed(TIME_OUT);
    } catch (ExecutionException | CompletionException e) {
      resolver.answered(false);
      return new DnsAnswer.Failed(cause(e));
    }
  }

  /** Who denies everything, the root included, knows nothing of any name. */
  private static boolean cutOff(BreakableResolver resolver)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (resolver.isConnected()) {
      return false;
    }
    Record root = Record.newRecord(Name.root, Type.NS, DClass.IN);
    DnsAnswer answer = AnswerReader.read(resolver.send(Message.newQuery(root)), root);
    boolean denied = answer instanceof DnsAnswer.NoSuchName || answer instanceof DnsAnswer.Failed;
    if (!denied) {
      resolver.connected();
    }
    return denied;
  }

  private static String cause(Exception e) {
    return switch (e.getCause()) {
      case WireParseException garbage -> "garbage";
      case SocketTimeoutException late -> TIME_OUT;
      case IOException unreachable -> "unreachable";
      case null, default -> "failure";
    };
  }
}
