package dev.countersign.host.domains.dns;

/** Whoever answers questions about names. */
public interface Dns {
  /** {@return what is known of this name and type ({@link org.xbill.DNS.Type})} */
  DnsAnswer ask(String name, int type);

  /** As above, of what fails DNSSEC validation too (the CD bit, RFC 4035, section 3.2.2). */
  DnsAnswer askUnchecked(String name, int type);
}
