package dev.countersign.host.domains.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;

/** The texts of TXT records, each with its strings joined without a space (RFC 7208, 3.3). */
public final class Texts {
  private Texts() {}

  public static List<String> of(List<Record> records) {
    return records.stream()
        .filter(TXTRecord.class::isInstance)
        .map(record -> joined((TXTRecord) record))
        .toList();
  }

  private static String joined(TXTRecord record) {
    var bytes = new ByteArrayOutputStream();
    record.getStringsAsByteArrays().forEach(bytes::writeBytes);
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
