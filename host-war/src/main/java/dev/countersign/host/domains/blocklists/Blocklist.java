package dev.countersign.host.domains.blocklists;

/** One list in the DNS. */
public interface Blocklist {
  /** {@return its zone, such as dbl.example.net} */
  String zone();

  /**
   * Is the domain, or what belongs to it, on the list?
   *
   * @param domain in lower-case A-labels, without a dot at the end
   */
  ListAnswer ask(String domain);
}
