package dev.countersign.host.platform.http;

import dev.countersign.host.platform.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads and writes every JSON entity by {@link Json}, in place of the server's own providers. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return json(mediaType) && !raw(type);
  }

  @Override
  public @Nullable Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    var body = new PushbackInputStream(stream);
    int first = body.read();
    if (first < 0) {
      if (Arrays.stream(annotations).anyMatch(OptionalBody.class::isInstance)) {
        return null;
      }
      throw Json.missingBody();
    }
    body.unread(first);
    return Json.read(body, generic);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return json(mediaType) && !raw(type);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream stream)
      throws IOException {
    stream.write(Json.bytes(value));
  }

  private static boolean json(MediaType type) {
    return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
  }

  /** Entities that are bytes or text already. */
  private static boolean raw(Class<?> type) {
    return type == byte[].class
        || CharSequence.class.isAssignableFrom(type)
        || type.getName().startsWith("java.io.")
        || type.getName().startsWith("jakarta.ws.rs.");
  }
}
