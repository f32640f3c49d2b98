package dev.countersign.host.mcp.rest;

import dev.countersign.host.platform.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One call of the API.
 *
 * @param path absolute and encoded, without a query
 * @param query encoded, without the question mark; may be empty
 * @param body JSON as UTF-8; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record RestCall(String method, String path, String query, byte[] body) {
  public static RestCall get(String path, Map<String, ?> query) {
    return new RestCall("GET", path, encoded(query), new byte[0]);
  }

  /** As the API takes it: with what a body would hold in the query. */
  public static RestCall delete(String path, Map<String, ?> query) {
    return new RestCall("DELETE", path, encoded(query), new byte[0]);
  }

  public static RestCall of(String method, String path, Map<String, ?> body) {
    return new RestCall(method, path, "", body.isEmpty() ? new byte[0] : Json.bytes(body));
  }

  /** {@return a text as one segment of a path} */
  public static String segment(String text) {
    // A dot segment would be resolved away before the route is looked up.
    return text.equals(".") || text.equals("..")
        ? text.replace(".", "%2E")
        : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String encoded(Map<String, ?> query) {
    return query.entrySet().stream()
        .map(each -> parameter(each.getKey()) + "=" + parameter(String.valueOf(each.getValue())))
        .collect(Collectors.joining("&"));
  }

  private static String parameter(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
