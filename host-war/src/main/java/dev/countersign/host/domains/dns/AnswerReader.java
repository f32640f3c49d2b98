package dev.countersign.host.domains.dns;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Reads a resolver's response. Whatever is not clearly an answer to the question is a failure. */
final class AnswerReader {
  private static final int ALIASES_MAX = 12;

  private final Message response;
  private final Name asked;
  private final int type;

  private AnswerReader(Message response, Record question) {
    this.response = response;
    this.asked = question.getName();
    this.type = question.getType();
  }

  static DnsAnswer read(Message response, Record question) {
    Record echoed = response.getQuestion();
    if (!response.getHeader().getFlag(Flags.QR) || echoed == null || !echoed.equals(question)) {
      return new DnsAnswer.Failed("an answer to another question");
    }
    return new AnswerReader(response, question).read();
  }

  private DnsAnswer read() {
    int code = response.getRcode();
    if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
      return new DnsAnswer.Failed(Rcode.string(code));
    }
    Name name = asked;
    Set<Name> passed = new HashSet<>();
    while (true) {
      List<Record> records = of(name, type);
      if (!records.isEmpty()) {
        return new DnsAnswer.Found(records, authentic());
      }
      if (!passed.add(name) || passed.size() > ALIASES_MAX) {
        return new DnsAnswer.Failed("a loop of aliases");
      }
      List<Record> aliases = of(name, Type.CNAME);
      if (aliases.isEmpty()) {
        return nothingAt(code);
      }
      name = ((CNAMERecord) aliases.getFirst()).getTarget();
    }
  }

  private DnsAnswer nothingAt(int code) {
    if (code == Rcode.NXDOMAIN) {
      return new DnsAnswer.NoSuchName();
    }
    boolean referral =
        response.getSection(Section.AUTHORITY).stream().anyMatch(each -> each.getType() == Type.NS)
            && response.getSection(Section.AUTHORITY).stream()
                .noneMatch(each -> each.getType() == Type.SOA);
    return referral ? new DnsAnswer.Failed("lame delegation") : new DnsAnswer.Empty(authentic());
  }

  private boolean authentic() {
    return response.getHeader().getFlag(Flags.AD);
  }

  private List<Record> of(Name name, int wanted) {
    return response.getSection(Section.ANSWER).stream()
        .filter(each -> each.getType() == wanted && each.getName().equals(name))
        .toList();
  }
}
