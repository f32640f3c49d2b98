package dev.countersign.host.inbound.authentication;

import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.domains.dns.DnsAnswer;
import dev.countersign.host.domains.dns.Texts;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.core.exceptions.TimeoutException;
import org.apache.james.jspf.impl.DNSServiceXBillImpl;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** The resolvers of this site, as the SPF library asks them. */
final class SpfDns implements DNSService {
  // RFC 7208, section 4.6.4.
  private static final int RECORDS_MAX = 10;

  private final Dns dns;

  SpfDns(Dns dns) {
    this.dns = dns;
  }

  @Override
  public @Nullable List<String> getRecords(DNSRequest request) throws TimeoutException {
    int type = type(request.getRecordType());
    if (type == Type.SPF) {
      // Retired (RFC 7208, section 3.1).
      return null;
    }
    return switch (dns.ask(withoutDot(request.getHostname()), type)) {
      case DnsAnswer.Failed(String why) -> throw new TimeoutException(why);
      case DnsAnswer.Empty none -> null;
      case DnsAnswer.NoSuchName none -> null;
      case DnsAnswer.Found found ->
          type == Type.TXT
              ? Texts.of(found.records())
              : DNSServiceXBillImpl.convertRecordsToList(found.records().toArray(Record[]::new));
    };
  }

  @Override
  public CompletionStage<@Nullable List<String>> getRecordsAsync(DNSRequest request) {
    try {
      return CompletableFuture.completedFuture(getRecords(request));
    } catch (TimeoutException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static int type(int asked) {
    return switch (asked) {
      case DNSRequest.A -> Type.A;
      case DNSRequest.AAAA -> Type.AAAA;
      case DNSRequest.MX -> Type.MX;
      case DNSRequest.PTR -> Type.PTR;
      case DNSRequest.TXT -> Type.TXT;
      default -> Type.SPF;
    };
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  @Override
  public List<String> getLocalDomainNames() {
    return List.of();
  }

  /** The resolvers have time-outs of their own. */
  @Override
  public void setTimeOut(int timeOut) {}

  @Override
  public int getRecordLimit() {
    return RECORDS_MAX;
  }

  @Override
  public void setRecordLimit(int recordLimit) {
    throw new UnsupportedOperationException("the limit is that of the standard");
  }
}
