package dev.countersign.host.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * URLs that must lead nowhere: every way to write an address that is not on the public internet,
 * names that resolve to one, and URLs that two programs read differently.
 */
final class HostileUrls {
  /** Resolves as the names of {@link #all} are meant to. */
  static final Map<String, InetAddress[]> NAMES = new HashMap<>();

  private static final List<String> IPV4 =
      List.of(
          "0.0.0.0",
          "0.1.2.3",
          "10.0.0.1",
          "100.64.0.1",
          "100.100.100.200",
          "127.0.0.1",
          "127.255.255.254",
          "168.63.129.16",
          "169.254.0.1",
          "169.254.169.254",
          "172.16.0.1",
          "172.31.255.255",
          "192.0.0.192",
          "192.0.2.1",
          "192.168.0.1",
          "198.18.0.1",
          "198.19.255.255",
          "198.51.100.7",
          "203.0.113.9",
          "224.0.0.1",
          "239.255.255.255",
          "240.0.0.1",
          "255.255.255.255");
  private static final List<String> IPV6 =
      List.of(
          "::",
          "::1",
          "64:ff9b::a9fe:a9fe",
          "100::1",
          "2001::1",
          "2001:db8::1",
          "2002:7f00:1::1",
          "3fff::1",
          "4000::1",
          "5f00::1",
          "fc00::1",
          "fd00:ec2::254",
          "fe80::1",
          "fec0::1",
          "ff02::1");
  private static final List<String> TRICKS =
      List.of(
          "http://sink.example/",
          "ftp://sink.example/",
          "file:///etc/passwd",
          "gopher://sink.example/",
          "//sink.example/",
          "sink.example",
          "https:sink.example",
          "https:///path",
          "https://",
          "https://user@sink.example/",
          "https://user:word@sink.example/",
          "https://sink.example@127.0.0.1/",
          "https://127.0.0.1#@sink.example/",
          "https://127.0.0.1?@sink.example/",
          "https://127.0.0.1\\@sink.example/",
          "https://sink.example\\@127.0.0.1/",
          "https://sink.example/\\127.0.0.1",
          "https://sink.example/#fragment",
          "https://sink.example:22/",
          "https://sink.example:25/",
          "https://sink.example:80/",
          "https://sink.example:6379/",
          "https://sink.example:0/",
          "https://sink.example:99999/",
          "https://sink.example:443:80/",
          "https://sink.example /",
          "https:// sink.example/",
          "https://sink.example/a b",
          "https://sink.example/\r\nHost: 127.0.0.1",
          "https://sink.example\t/",
          "https://sink.example\0/",
          "https://sink_example/",
          "https://-sink.example/",
          "https://sink..example/",
          "https://sink.example./",
          "https://xn--/",
          "https://localhost/",
          "https://localhost:8443/",
          "https://localhost.localdomain/",
          "https://metadata.google.internal/computeMetadata/v1/",
          "https://\uff11\uff12\uff17.0.0.1/",
          "https://\u2460\u2461\u2466.0.0.1/",
          "https://127\u30020\u30020\u30021/",
          "https://%31%32%37.0.0.1/",
          "https://127.0.0.1%2esink.example/",
          "https://[::1%25lo]/",
          "https://[fe80::1%251]/",
          "https://[::1/",
          "https://::1/",
          "https://[127.0.0.1]/",
          "https://[v1.127.0.0.1]/",
          "https://127.1/",
          "https://127.0.1/",
          "https://0/",
          "https://0x0/",
          "https://1.2.3.4.5/",
          "https://256.256.256.256/",
          "https://08.8.8.8/",
          "https://8.8.8.08/");

  private HostileUrls() {}

  static List<String> all() {
    List<String> urls = new ArrayList<>(TRICKS);
    NAMES.put("localhost", new InetAddress[] {address("127.0.0.1")});
    NAMES.put("localhost.localdomain", new InetAddress[] {address("127.0.0.1")});
    NAMES.put("metadata.google.internal", new InetAddress[] {address("169.254.169.254")});
    for (var text : IPV4) {
      urls.addAll(ofIpv4(text));
      urls.addAll(ofNames(text));
    }
    for (var text : IPV6) {
      urls.add("https://[" + text + "]/");
      urls.add("https://[" + text.toUpperCase(Locale.ROOT) + "]:8443/hook");
      urls.addAll(ofNames(text));
    }
    return urls;
  }

  /** The spellings that one resolver or another takes for this address. */
  private static List<String> ofIpv4(String text) {
    byte[] b = address(text).getAddress();
    int[] o = {b[0] & 0xff, b[1] & 0xff, b[2] & 0xff, b[3] & 0xff};
    long n = ((long) o[0] << 24) | (o[1] << 16) | (o[2] << 8) | o[3];
    var hosts = new ArrayList<String>();
    hosts.add(text);
    hosts.add(text + ".");
    hosts.add(Long.toString(n));
    hosts.add("0x" + Long.toHexString(n));
    hosts.add("0X" + Long.toHexString(n).toUpperCase(Locale.ROOT));
    hosts.add("0" + Long.toOctalString(n));
    hosts.add(Long.toString(n + (1L << 32)));
    hosts.add(String.format("0x%x.0x%x.0x%x.0x%x", o[0], o[1], o[2], o[3]));
    hosts.add(String.format("0%o.0%o.0%o.0%o", o[0], o[1], o[2], o[3]));
    hosts.add(String.format("%03d.%03d.%03d.%03d", o[0], o[1], o[2], o[3]));
    hosts.add(String.format("%d.0x%x.0%o.%d", o[0], o[1], o[2], o[3]));
    hosts.add(String.format("%d.%d", o[0], n & 0xffffff));
    hosts.add(String.format("%d.%d.%d", o[0], o[1], n & 0xffff));
    hosts.add("[::ffff:" + text + "]");
    hosts.add(String.format("[::ffff:%x:%x]", n >> 16, n & 0xffff));
    hosts.add(String.format("[0:0:0:0:0:ffff:%x:%x]", n >> 16, n & 0xffff));
    hosts.add("[::" + text + "]");
    hosts.add("[64:ff9b::" + text + "]");
    hosts.add(String.format("[64:ff9b::%x:%x]", n >> 16, n & 0xffff));
    hosts.add(String.format("[2002:%x:%x::1]", n >> 16, n & 0xffff));
    hosts.add("sink.example@" + text);
    return hosts.stream().map(host -> "https://" + host + "/hook").toList();
  }

  /** A name for this address alone, and one that hides it behind a good one. */
  private static List<String> ofNames(String text) {
    var bad = address(text);
    var good = address("93.184.215.14");
    var name = "n" + NAMES.size() + ".attacker.example";
    NAMES.put(name, new InetAddress[] {bad});
    NAMES.put("and-" + name, new InetAddress[] {good, bad});
    return List.of("https://" + name + "/", "https://and-" + name + ":8443/");
  }

  static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
