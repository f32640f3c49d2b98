package dev.countersign.host.mcp.rest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another call by the same caller: its key and its connection, with another address and body. */
public final class InnerRequest extends HttpServletRequestWrapper {
  private static final String JSON = "application/json";
  // What the outer request says of its own body, page and protocol.
  private static final List<String> OUTER =
      List.of("content-encoding", "transfer-encoding", "expect", "origin", "mcp-session-id");

  private final RestCall call;
  private final String accept;
  private final Map<String, Object> attributes = new HashMap<>();

  public InnerRequest(HttpServletRequest outer, RestCall call, String accept) {
    super(outer);
    this.call = call;
    this.accept = accept;
  }

  @Override
  public String getMethod() {
    return call.method();
  }

  @Override
  public String getRequestURI() {
    return call.path();
  }

  @Override
  public StringBuffer getRequestURL() {
    return new StringBuffer(
        URI.create(super.getRequestURL().toString()).resolve(call.path()).toString());
  }

  @Override
  public String getContextPath() {
    return "";
  }

  @Override
  public String getServletPath() {
    return "";
  }

  @Override
  public String getPathInfo() {
    return URI.create(call.path()).getPath();
  }

  @Override
  public @Nullable String getQueryString() {
    return call.query().isEmpty() ? null : call.query();
  }

  @Override
  public @Nullable String getHeader(String name) {
    return own(name).orElseGet(() -> OUTER.contains(lower(name)) ? null : super.getHeader(name));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Optional<@Nullable String> own(String name) {
    return switch (lower(name)) {
      case "content-type" -> Optional.of(JSON);
      case "content-length" -> Optional.of(Integer.toString(call.body().length));
      case "accept" -> Optional.of(accept);
      default -> Optional.empty();
    };
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    var value = getHeader(name);
    return Collections.enumeration(value == null ? List.of() : List.of(value));
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    var names =
        Collections.list(super.getHeaderNames()).stream()
            .filter(name -> !OUTER.contains(lower(name)))
            .toList();
    return Collections.enumeration(names);
  }

  @Override
  public String getContentType() {
    return JSON;
  }

  @Override
  public @Nullable String getCharacterEncoding() {
    return null;
  }

  @Override
  public int getContentLength() {
    return call.body().length;
  }

  @Override
  public long getContentLengthLong() {
    return call.body().length;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public ServletInputStream getInputStream() {
    var bytes = new ByteArrayInputStream(call.body());
    return new ServletInputStream() {
      @Override
      public int read() {
        return bytes.read();
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        return bytes.read(into, offset, length);
      }

      @Override
      public boolean isFinished() {
        return bytes.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("read it; all of it is here");
      }
    };
  }

  // What the inner call leaves here is not for the outer one.
  @Override
  public void setAttribute(String name, @Nullable Object value) {
    attributes.put(name, value == null ? Optional.empty() : value);
  }

  @Override
  public void removeAttribute(String name) {
    attributes.put(name, Optional.empty());
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    var own = attributes.get(name);
    if (own == null) {
      return super.getAttribute(name);
    }
    return own.equals(Optional.empty()) ? null : own;
  }

  @Override
  public boolean isAsyncSupported() {
    return false;
  }
}
