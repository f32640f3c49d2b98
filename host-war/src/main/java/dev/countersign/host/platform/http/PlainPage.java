package dev.countersign.host.platform.http;

import dev.countersign.host.platform.Html;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A page of a few sentences and at most one button, without scripts. */
public final class PlainPage {
  private static final String STYLE =
      "body{font:1.1rem/1.6 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem;"
          + "color:#1b1f24;background:#fff}h1{font-size:1.5rem}"
          + "button{font:inherit;padding:.6rem 1.2rem;border:0;border-radius:.4rem;"
          + "background:#0b57d0;color:#fff;cursor:pointer}button:focus{outline:3px solid #8ab4f8}"
          + "code{font-size:1rem;overflow-wrap:anywhere;user-select:all}"
          + "@media(prefers-color-scheme:dark){body{color:#e3e3e3;background:#1b1b1b}}";
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE)
          + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final Html html = new Html();

  public PlainPage(String title) {
    html.raw("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">")
        .raw("<meta name=\"viewport\" content=\"width=device-width\"><title>")
        .say(title)
        .raw("</title><style>" + STYLE + "</style><main><h1>")
        .say(title)
        .raw("</h1>");
  }

  public PlainPage sentence(String words) {
    html.raw("<p>").say(words).raw("</p>");
    return this;
  }

  /** Something to be copied, with what it is. */
  public PlainPage value(String what, String value) {
    html.raw("<p>").say(what).raw("<br><code>").say(value).raw("</code></p>");
    return this;
  }

  /** A button that posts to the page's own address. */
  public PlainPage button(String words) {
    html.raw("<form method=\"post\"><button>").say(words).raw("</button></form>");
    return this;
  }

  public Response answer(int status) {
    return Response.status(status)
        .entity(html.text() + "</main></html>")
        .type(StaticPage.HTML)
        .header("Content-Security-Policy", POLICY)
        .build();
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
