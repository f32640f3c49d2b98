package dev.countersign.conformance.domains;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Packets that a server which is wrong in one way sends; none for silence. */
final class WrongAnswers {
  private static final byte[] GARBAGE = new byte[64];
  private static final int LONG = 30;

  static {
    Arrays.fill(GARBAGE, (byte) 0xc0);
  }

  private WrongAnswers() {}

  static byte @Nullable [] of(
      LoopbackDns.Fault fault, Message query, Message right, boolean overUdp) {
    Message answer = LoopbackDns.begin(query);
    Name name = query.getQuestion().getName();
    switch (fault) {
      case SILENCE -> {
        return null;
      }
      case SERVFAIL -> answer.getHeader().setRcode(Rcode.SERVFAIL);
      case REFUSED -> answer.getHeader().setRcode(Rcode.REFUSED);
      case FORMERR -> answer.getHeader().setRcode(Rcode.FORMERR);
      case NOTIMP -> answer.getHeader().setRcode(Rcode.NOTIMP);
      case GARBAGE -> {
        byte[] bytes = GARBAGE.clone();
        // The right id and the mark of an answer, or the client would not look further.
        byte[] begin = answer.toWire();
        System.arraycopy(begin, 0, bytes, 0, 4);
        return bytes;
      }
      case EMPTY_PACKET -> {
        return new byte[0];
      }
      case CUT_SHORT -> {
        byte[] whole = right.toWire();
        return Arrays.copyOf(whole, whole.length - 3);
      }
      case ANOTHER_ID -> {
        answer = right.clone();
        answer.getHeader().setID(query.getHeader().getID() ^ 1);
      }
      case ANOTHER_QUESTION -> {
        answer.removeAllRecords(Section.QUESTION);
        answer.addRecord(
            Record.newRecord(
                LoopbackDns.name("elsewhere.example"), query.getQuestion().getType(), DClass.IN),
            Section.QUESTION);
      }
      // As on a machine without a network: there is nothing, not even a root.
      case DENIES_EVERYTHING -> answer.getHeader().setRcode(Rcode.NXDOMAIN);
      case A_QUERY_BACK -> answer.getHeader().unsetFlag(Flags.QR);
      case LAME_REFERRAL ->
          answer.addRecord(
              new NSRecord(
                  LoopbackDns.name("example"), DClass.IN, 60, LoopbackDns.name("ns.example")),
              Section.AUTHORITY);
      case ALIAS_LOOP -> {
        Name other = LoopbackDns.name("loop.example");
        answer.addRecord(new CNAMERecord(name, DClass.IN, 60, other), Section.ANSWER);
        answer.addRecord(new CNAMERecord(other, DClass.IN, 60, name), Section.ANSWER);
      }
      case LONG_ALIAS_CHAIN -> {
        Name from = name;
        for (int i = 0; i < LONG; i++) {
          Name to = LoopbackDns.name("c" + i + ".example");
          answer.addRecord(new CNAMERecord(from, DClass.IN, 60, to), Section.ANSWER);
          from = to;
        }
      }
      case TRUNCATED_AND_NO_TCP -> {
        if (!overUdp) {
          return null;
        }
        answer.getHeader().setFlag(Flags.TC);
      }
    }
    return answer.toWire();
  }
}
