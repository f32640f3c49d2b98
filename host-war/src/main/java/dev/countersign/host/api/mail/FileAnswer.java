package dev.countersign.host.api.mail;

import dev.countersign.host.mail.Attachment;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A stranger's file on its way to a program or a browser, which is to save it and not to run it.
 */
final class FileAnswer {
  private static final String POLICY =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox";

  private FileAnswer() {}

  static Response of(Attachment file) {
    return Response.ok(file.bytes())
        .header(HttpHeaders.CONTENT_TYPE, file.contentType())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file.name()))
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** RFC 6266, with the name a second time for readers that know no RFC 8187. */
  private static String disposition(String name) {
    var plain = name.replaceAll("[^ -~]|[\"\\\\%]", "_");
    var encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }
}
