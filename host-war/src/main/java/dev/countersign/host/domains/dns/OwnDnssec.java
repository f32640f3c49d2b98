package dev.countersign.host.domains.dns;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.dnssec.ValidatingResolver;

/**
 * Validates here, from the trust anchors of the root down (RFC 4035, section 5), so that resolvers
 * and the way to them need not be trusted. They only have to pass signatures on; where they do not,
 * nobody knows, and nothing is called bogus for it.
 */
public final class OwnDnssec implements Dnssec {
  private final UnvalidatedQueries queries;
  private final ValidatingResolver validator;

  /**
   * Begins with no keys but these.
   *
   * @param anchors DS or DNSKEY records of the root, in the format of zone files
   * @throws IOException where the anchors cannot be read
   */
  public OwnDnssec(Resolvers resolvers, InputStream anchors, Clock clock) throws IOException {
    queries = new UnvalidatedQueries(resolvers);
    validator = new ValidatingResolver(queries, clock);
    validator.loadTrustAnchors(anchors);
    if (validator.getTrustAnchors().find(Name.root, DClass.IN) == null) {
      throw new IOException("no trust anchor for the root of the DNS");
    }
  }

  @Override
  public DnssecStatus of(String domain) throws InterruptedException {
    try {
      DnssecStatus status = validated(Name.fromString(domain, Name.root));
      return status instanceof DnssecStatus.Bogus ? unlessStripped(status) : status;
    } catch (TextParseException e) {
      return new DnssecStatus.Unclear("not a name that DNS can look up");
    }
  }

  /** A resolver that passes no signatures on makes everything look bogus, the root too. */
  private DnssecStatus unlessStripped(DnssecStatus bogus) throws InterruptedException {
    return validated(Name.root) instanceof DnssecStatus.Signed
        ? bogus
        : new DnssecStatus.Unclear("the resolver does not pass DNSSEC on");
  }

  private DnssecStatus validated(Name name) throws InterruptedException {
    long failures = queries.failures();
    Message query = Message.newQuery(Record.newRecord(name, Type.SOA, DClass.IN));
    try {
      Message answer = validator.sendAsync(query, queries.executor()).toCompletableFuture().get();
      // The validator takes a question without an answer for an answer that is wrong.
      return queries.failures() == failures
          ? status(answer)
          : new DnssecStatus.Unclear("the resolver failed");
    } catch (ExecutionException | CompletionException e) {
      return new DnssecStatus.Unclear("the resolver failed");
    }
  }

  private static DnssecStatus status(Message answer) {
    if (answer.getRcode() == Rcode.SERVFAIL) {
      return new DnssecStatus.Bogus(reason(answer));
    }
    // That there is no such name may be signed; nothing is said of a domain by that.
    return answer.getRcode() == Rcode.NOERROR && answer.getHeader().getFlag(Flags.AD)
        ? new DnssecStatus.Signed()
        : new DnssecStatus.Unsigned();
  }

  /** The extended error (RFC 8914), such as {@code SIGNATURE_EXPIRED}. */
  private static String reason(Message answer) {
    OPTRecord options = answer.getOPT();
    if (options != null) {
      for (EDNSOption option : options.getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR)) {
        return ExtendedErrorCodeOption.text(((ExtendedErrorCodeOption) option).getErrorCode());
      }
    }
    return "";
  }
}
