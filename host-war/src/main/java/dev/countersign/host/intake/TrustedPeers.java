package dev.countersign.host.intake;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Hosts in front of this one whose word counts, by address or network ({@code 10.0.0.0/8}). */
public final class TrustedPeers {
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Network(byte[] address, int bits) {
    boolean has(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >>> (bit & 7);
        if (((address[bit >> 3] ^ other[bit >> 3]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<Network> networks;

  private TrustedPeers(List<Network> networks) {
    this.networks = networks;
  }

  /** Reads them; one that cannot be meant stops the start with a sentence. */
  static TrustedPeers of(List<String> texts) {
    return new TrustedPeers(texts.stream().map(TrustedPeers::network).toList());
  }

  public boolean has(InetAddress peer) {
    return networks.stream().anyMatch(network -> network.has(peer.getAddress()));
  }

  private static Network network(String text) {
    int slash = text.indexOf('/');
    String host = slash < 0 ? text : text.substring(0, slash);
    try {
      // A name would be looked up: only addresses are to stand here.
      if (!host.matches("[0-9a-fA-F:.]+")) {
        throw new UnknownHostException(host);
      }
      byte[] address = InetAddress.getByName(host).getAddress();
      int bits = slash < 0 ? 8 * address.length : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > 8 * address.length) {
        throw new NumberFormatException(text);
      }
      return new Network(address, bits);
    } catch (UnknownHostException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "countersign.inbound.trusted has \"" + text + "\"; give addresses or networks.", e);
    }
  }
}
