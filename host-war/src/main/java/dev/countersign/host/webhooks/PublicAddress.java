package dev.countersign.host.webhooks;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are on the public internet, after the special-purpose registries of IANA (RFC
 * 6890). Of IPv6 only 2000::/3 is handed out at all, so that is where the exceptions are cut from.
 */
final class PublicAddress {
  private static final List<Block> FORBIDDEN =
      Stream.of(
              "00000000/8", // this network
              "0a000000/8", // private
              "64400000/10", // shared by carriers, and one cloud's metadata
              "7f000000/8", // loopback
              "a9fe0000/16", // link-local, and most clouds' metadata
              "ac100000/12", // private
              "c0000000/24", // protocol assignments
              "c0000200/24", // documentation
              "c0586300/24", // 6to4 relays
              "c0a80000/16", // private
              "c6120000/15", // benchmarks
              "c6336400/24", // documentation
              "cb007100/24", // documentation
              "a83f8110/32", // one cloud's own services
              "e0000000/4", // multicast
              "f0000000/4", // reserved, and broadcast
              "20010000000000000000000000000000/23", // protocol assignments, tunnels
              "20010db8000000000000000000000000/32", // documentation
              "20020000000000000000000000000000/16", // 6to4: an IPv4 address inside
              "3fff0000000000000000000000000000/20") // documentation
          .map(Block::of)
          .toList();
  private static final Block GLOBAL_UNICAST = Block.of("20000000000000000000000000000000/3");

  private PublicAddress() {}

  /** All addresses of so many bytes that begin with the same bits. */
  private record Block(BigInteger first, int bytes, int bits) {
    static Block of(String text) {
      int slash = text.indexOf('/');
      return new Block(
          new BigInteger(text.substring(0, slash), 16),
          slash / 2,
          Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(byte[] address) {
      var number = new BigInteger(1, address);
      return address.length == bytes
          && number.xor(first).shiftRight(8 * bytes - bits).signum() == 0;
    }
  }

  static boolean is(InetAddress address) {
    byte[] bytes = plain(address.getAddress());
    return (bytes.length == 4 || GLOBAL_UNICAST.contains(bytes))
        && FORBIDDEN.stream().noneMatch(block -> block.contains(bytes));
  }

  // An IPv4 address in IPv6 clothes (RFC 4291, section 2.5.5.2) goes where the IPv4 address does.
  private static byte[] plain(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
    }
  }
}
