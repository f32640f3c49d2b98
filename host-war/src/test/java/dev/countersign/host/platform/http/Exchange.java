package dev.countersign.host.platform.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request and its answer, with as much of the servlet interfaces as the filters use. */
final class Exchange {
  private final Map<String, String> requestHeaders = new HashMap<>();
  private final ByteArrayInputStream requestBody;
  private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
  private final Map<String, String> answerHeaders = new HashMap<>();
  private int status = 200;

  Exchange(int bodyBytes) {
    requestBody = new ByteArrayInputStream(new byte[bodyBytes]);
  }

  Exchange header(String name, String value) {
    requestHeaders.put(name, value);
    return this;
  }

  int status() {
    return status;
  }

  String answer() {
    return answer.toString(StandardCharsets.UTF_8);
  }

  @Nullable String answerHeader(String name) {
    return answerHeaders.get(name);
  }

  HttpServletRequest request() {
    return proxy(
        HttpServletRequest.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "getInputStream" -> in();
              case "getHeader" -> requestHeaders.get((String) arguments[0]);
              case "getCharacterEncoding" -> null;
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  HttpServletResponse response() {
    return proxy(
        HttpServletResponse.class,
        (self, method, arguments) -> {
          switch (method.getName()) {
            case "setStatus" -> status = (int) arguments[0];
            case "setHeader" -> answerHeaders.put((String) arguments[0], (String) arguments[1]);
            case "setContentType", "resetBuffer" -> {}
            case "getOutputStream" -> {
              return out();
            }
            default -> throw new UnsupportedOperationException(method.getName());
          }
          return null;
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private ServletInputStream in() {
    return new ServletInputStream() {
      @Override
      public int read() {
        return requestBody.read();
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        return requestBody.read(into, offset, length);
      }

      @Override
      public boolean isFinished() {
        return requestBody.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private ServletOutputStream out() {
    return new ServletOutputStream() {
      @Override
      public void write(int one) {
        answer.write(one);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
