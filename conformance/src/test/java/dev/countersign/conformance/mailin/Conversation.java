package dev.countersign.conformance.mailin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A client of a mail listener that says what it is told to say, right or wrong. */
final class Conversation implements AutoCloseable {
  private static final int PATIENCE_MS = 60_000;

  private Socket socket;
  private BufferedReader in;

  private Conversation(Socket socket) throws IOException {
    this.socket = socket;
    in = reader(socket);
  }

  /** {@return a connection whose greeting was heard} */
  static Conversation with(int port) {
    return from("127.0.0.1", port);
  }

  private static InetAddress address(String text) throws IOException {
    return InetAddress.getAllByName(text)[0];
  }

  /** The same from another address of this machine. */
  static Conversation from(String address, int port) {
    try {
      var loopback = address("127.0.0.1");
      var socket = new Socket(loopback, port, address(address), 0);
      socket.setSoTimeout(PATIENCE_MS);
      var talk = new Conversation(socket);
      talk.answer();
      return talk;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Says one line, or several, and hears the answer to the last command. */
  String say(String text) {
    raw((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    return answer();
  }

  /** {@return the answers to MAIL, RCPT for each, and DATA with this message} */
  List<String> send(String from, List<String> to, byte[] message) {
    List<String> answers = new ArrayList<>();
    answers.add(say("MAIL FROM:<" + from + ">"));
    to.forEach(each -> answers.add(say("RCPT TO:<" + each + ">")));
    String go = say("DATA");
    answers.add(go);
    if (go.startsWith("354")) {
      raw(stuffed(message));
      answers.add(say("."));
    }
    return answers;
  }

  private static byte[] stuffed(byte[] message) {
    String text = new String(message, StandardCharsets.ISO_8859_1);
    String lines = text.replaceAll("\r?\n", "\r\n").replaceAll("(?m)^\\.", "..");
    return (lines.endsWith("\r\n") ? lines : lines + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  void raw(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return one answer, all its lines; empty when the other side hung up} */
  String answer() {
    var answer = new StringBuilder();
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        answer.append(line).append('\n');
        if (line.length() < 4 || line.charAt(3) != '-') {
          return answer.toString();
        }
      }
    } catch (java.net.SocketException e) {
      return answer.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toString();
  }

  /** Goes on encrypted, with whoever it is. */
  String encrypt() {
    return encrypt("");
  }

  /** The same with lines in the clear behind the command, in one packet with it. */
  String encrypt(String injected) {
    String answer = say("STARTTLS" + injected);
    if (!answer.startsWith("220")) {
      return answer;
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Anybody()}, null);
      var encrypted =
          (SSLSocket)
              context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
      encrypted.startHandshake();
      socket = encrypted;
      in = reader(encrypted);
      return answer + encrypted.getSession().getProtocol();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
