package dev.countersign.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Passes each message on as a request of its own, and what comes back as lines. */
final class Relay implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  // Longer than any call waits.
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int FAREWELL_SECONDS = 10;
  private static final int ERROR = 400;
  private static final String DATA = "data:";

  private final Options options;
  private final PrintStream out;
  private final PrintStream err;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentMap<JsonNode, Future<?>> underWay = new ConcurrentHashMap<>();

  Relay(Options options, PrintStream out, PrintStream err) {
    this.options = options;
    this.out = out;
    this.err = err;
  }

  void pass(String line) {
    var parsed = Message.parse(line);
    if (parsed.isEmpty()) {
      write(Message.unreadable());
      return;
    }
    var message = parsed.get();
    // The server keeps nothing from one message to the next: leaving it is how a call is ended.
    message.cancelled().map(underWay::remove).ifPresent(call -> call.cancel(true));
    var call = new FutureTask<Void>(() -> exchange(message, line), null);
    message.awaited().ifPresent(id -> underWay.put(id, call));
    calls.execute(call);
  }

  private void exchange(Message message, String line) {
    try {
      var request =
          HttpRequest.newBuilder(options.address())
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + options.key())
              .header("Content-Type", "application/json")
              .header("Accept", "application/json, text/event-stream")
              .POST(HttpRequest.BodyPublishers.ofString(line));
      var answer = client.send(request.build(), BodyHandlers.ofInputStream());
      try (var body =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        hand(message, answer, body);
      }
    } catch (IOException e) {
      fail(message, "The server at " + options + " cannot be reached: " + reason(e));
    } catch (InterruptedException e) {
      // Taken back by the client, which waits for no answer.
      Thread.currentThread().interrupt();
    } finally {
      message.awaited().ifPresent(underWay::remove);
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private void hand(Message message, HttpResponse<?> answer, BufferedReader body)
      throws IOException {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.startsWith("text/event-stream")) {
      String line;
      while ((line = body.readLine()) != null) {
        if (line.startsWith(DATA)) {
          write(line.substring(DATA.length()).strip());
        }
      }
      return;
    }
    var text = String.join(" ", body.lines().toList()).strip();
    if (answer.statusCode() >= ERROR) {
      var sentence = Message.sentence(text).orElse("The server answered " + answer.statusCode());
      fail(message, sentence);
    } else if (!text.isEmpty()) {
      write(text);
    }
  }

  private void fail(Message message, String sentence) {
    err.println("countersign: " + sentence);
    message.awaited().ifPresent(id -> write(Message.failure(id, sentence)));
  }

  private void write(String line) {
    synchronized (out) {
      out.print(line + "\n");
      out.flush();
    }
  }

  /** Gives calls under way a moment to be answered: a script closes its end and reads on. */
  @Override
  public void close() {
    calls.shutdown();
    try {
      if (!calls.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
        calls.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      calls.shutdownNow();
    }
    client.shutdownNow();
  }
}
