package dev.countersign.host.platform.http;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The files of one page, from a folder of the class path.
 *
 * @param folder for example {@code /approvals/}
 * @param types the media type of each file; others are not served
 * @param policy the Content-Security-Policy of all of them
 */
public record StaticPage(String folder, Map<String, String> types, String policy) {
  public static final String HTML = "text/html;charset=utf-8";
  public static final String CSS = "text/css;charset=utf-8";
  public static final String JAVASCRIPT = "text/javascript;charset=utf-8";

  public StaticPage {
    types = Map.copyOf(types);
  }

  /**
   * {@return the answer with this file}
   *
   * @throws NotFoundException if the page has no such file
   */
  public Response file(String name) {
    String type = types.get(name);
    if (type == null) {
      throw new NotFoundException();
    }
    return Response.ok(content(name), type)
        .header("Content-Security-Policy", policy)
        .header("X-DNS-Prefetch-Control", "off")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")
        .build();
  }

  private byte[] content(String name) {
    try (var file = StaticPage.class.getResourceAsStream(folder + name)) {
      if (file == null) {
        throw new IllegalStateException("a file of the page is not in the archive");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
