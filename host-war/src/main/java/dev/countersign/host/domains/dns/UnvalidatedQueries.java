package dev.countersign.host.domains.dns;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;

/**
 * What the validator asks, by way of the site's resolvers: with the DO bit, so that signatures come
 * along (RFC 3225). Answers that are none are failures here, because the validator would judge
 * them.
 */
final class UnvalidatedQueries implements Resolver {
  private final Resolvers resolvers;
  private final AtomicLong failures = new AtomicLong();
  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

  UnvalidatedQueries(Resolvers resolvers) {
    this.resolvers = resolvers;
  }

  /** How many questions, of whoever asked, have had no answer so far. */
  long failures() {
    return failures.get();
  }

  Executor executor() {
    return threads;
  }

  @Override
  public CompletionStage<Message> sendAsync(Message query, Executor ignored) {
    return CompletableFuture.supplyAsync(() -> send(query), threads);
  }

  @Override
  public CompletionStage<Message> sendAsync(Message query) {
    return sendAsync(query, threads);
  }

  @Override
  public Message send(Message query) {
    Message signed = query.clone();
    signed.removeAllRecords(Section.ADDITIONAL);
    signed.addRecord(
        new OPTRecord(BreakableResolver.UDP_PAYLOAD, 0, 0, ExtendedFlags.DO), Section.ADDITIONAL);
    try {
      return resolvers.exchange(signed);
    } catch (IOException e) {
      failures.incrementAndGet();
      throw new CompletionException(e);
    }
  }

  // How these resolvers are asked is settled in Resolvers.

  @Override
  public void setPort(int port) {}

  @Override
  public void setTCP(boolean flag) {}

  @Override
  public void setIgnoreTruncation(boolean flag) {}

  @Override
  public void setEDNS(int version, int payloadSize, int flags, List<EDNSOption> options) {}

  @Override
  public void setTSIGKey(TSIG key) {}

  @Override
  public void setTimeout(Duration timeout) {}
}
