package dev.countersign.conformance.domains;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;

/** Zones that sign what they have, each vouched for by the one above it, all with one key pair. */
final class SignedChain {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int ZONE_KEY = 257;
  private static final long TTL = 300;

  private final LoopbackDns dns;
  private final KeyPair pair;

  SignedChain(LoopbackDns dns) {
    this.dns = dns;
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Publishes the zone's key and, in the zone above, who has it; then its start of authority. */
  void zone(String name) {
    Name zone = LoopbackDns.name(name);
    DNSKEYRecord key = key(zone);
    signed(key, zone);
    if (zone.labels() > 1) {
      signed(ds(zone), new Name(zone, 1));
    }
    signed(new SOARecord(zone, DClass.IN, TTL, zone, zone, 1, 2, 3, 4, 5), zone);
  }

  /** {@return the root's DS record, from which all follows} */
  String anchor() {
    return ds(Name.root).toString();
  }

  private void signed(Record record, Name by) {
    dns.with(record);
    sign(record, by);
  }

  private void sign(Record record, Name by) {
    var now = Instant.now();
    try {
      dns.with(
          DNSSEC.sign(
              new RRset(List.of(record)),
              key(by),
              pair.getPrivate(),
              now.minus(DAY),
              now.plus(DAY)));
    } catch (DNSSEC.DNSSECException e) {
      throw new IllegalStateException(e);
    }
  }

  private DNSKEYRecord key(Name zone) {
    try {
      return new DNSKEYRecord(
          zone,
          DClass.IN,
          TTL,
          ZONE_KEY,
          DNSKEYRecord.Protocol.DNSSEC,
          DNSSEC.Algorithm.ECDSAP256SHA256,
          pair.getPublic());
    } catch (DNSSEC.DNSSECException e) {
      throw new IllegalStateException(e);
    }
  }

  private DSRecord ds(Name zone) {
    return new DSRecord(zone, DClass.IN, TTL, DNSSEC.Digest.SHA256, key(zone));
  }
}
