package dev.countersign.host.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where events may go.
 *
 * @param allowPrivate the operator's own sinks: any address, any port, and HTTP without TLS
 * @param ports allowed on the public internet
 */
record SinkRules(boolean allowPrivate, Set<Integer> ports) {
  static final int URL_CHARACTERS = 2000;

  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  // No more than these letters: what a parser might read as a number in disguise has none of them
  // at the end, and what needs Unicode comes in as A-labels.
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*"
              + "[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:]{2,39}(?:(?<=:)[0-9.]+)?\\]");
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1," + URL_CHARACTERS + "}");

  /**
   * The URL as it will be called.
   *
   * @throws SinkException if events may not go there, or it can be read in two ways
   */
  URI url(String text) {
    var url = parsed(text);
    boolean https = "https".equals(url.getScheme());
    if (!https && !(allowPrivate && "http".equals(url.getScheme()))) {
      throw new SinkException("must begin with https://");
    }
    if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
      throw new SinkException("must have no user name and no fragment");
    }
    if (!allowPrivate && !ports.contains(port(url))) {
      throw new SinkException(
          "may use only the ports "
              + String.join(", ", ports.stream().map(String::valueOf).sorted().toList()));
    }
    checkHost(url.getHost());
    return url;
  }

  private static URI parsed(String text) {
    if (!VISIBLE.matcher(text).matches() || text.indexOf('\\') >= 0) {
      throw new SinkException("must be a URL in ASCII without spaces");
    }
    try {
      var url = new URI(text).parseServerAuthority();
      if (url.getScheme() == null || url.getHost() == null) {
        throw new SinkException("must be an absolute URL with a host");
      }
      return new URI(
          url.getScheme().toLowerCase(Locale.ROOT)
              + "://"
              + (url.getRawUserInfo() == null ? "" : url.getRawUserInfo() + "@")
              + url.getHost().toLowerCase(Locale.ROOT)
              + (url.getPort() == -1 ? "" : ":" + url.getPort())
              + pathAndQuery(url));
    } catch (URISyntaxException e) {
      throw new SinkException("is not a URL", e);
    }
  }

  // Kept as written: decoding and encoding again would call another address.
  private static String pathAndQuery(URI url) {
    var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return path + query + (url.getRawFragment() == null ? "" : "#" + url.getRawFragment());
  }

  private static int port(URI url) {
    return url.getPort() == -1 ? 443 : url.getPort();
  }

  private void checkHost(String host) {
    boolean number = IPV4.matcher(host).matches() || IPV6.matcher(host).matches();
    if (!number && !NAME.matcher(host).matches()) {
      throw new SinkException("must name a host, or an address in its usual form");
    }
    if (number) {
      try {
        check(InetAddress.getByName(host));
      } catch (UnknownHostException e) {
        throw new SinkException("must name a host, or an address in its usual form", e);
      }
    }
  }

  /**
   * Every address that a name has must be allowed: which of them is taken is not ours to choose.
   *
   * @throws SinkException if one is not
   */
  void check(InetAddress... addresses) {
    for (var address : addresses) {
      if (!allowPrivate && !PublicAddress.is(address)) {
        throw new SinkException("leads to an address that is not on the public internet");
      }
    }
  }
}
