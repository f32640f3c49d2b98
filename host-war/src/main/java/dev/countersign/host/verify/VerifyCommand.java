package dev.countersign.host.verify;

import dev.countersign.host.identity.IdentityVerification;
import dev.countersign.host.identity.KeyLookup;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * {@code countersign verify FILE.eml [--keys PLACE] [--json]}: says what the identity of a message
 * is worth. Ends with 0 only when everything verifies, with 1 when it does not, with 2 when it
 * cannot tell. Uses the network only to fetch keys from an address that was named.
 */
public final class VerifyCommand {
  private static final int MESSAGE_BYTES_MAX = 64 << 20;
  private static final int REFUSED = 1;
  private static final int UNABLE = 2;

  private VerifyCommand() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int status = run(arguments, out, err);
    // Output that got lost, on a full disk for instance, must not look like a success.
    System.exit(out.checkError() ? UNABLE : status);
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    try {
      Request request = Request.of(arguments);
      KeyLookup keys = KeySource.at(request.keys());
      Verdict verdict = new Verdict(IdentityVerification.verify(message(request.message()), keys));
      out.println(request.json() ? verdict.json() : verdict.text());
      return verdict.isVerified() ? 0 : REFUSED;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      err.println("countersign: " + e.getMessage());
      return UNABLE;
    }
  }

  private static byte[] message(String file) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(MESSAGE_BYTES_MAX + 1);
      if (bytes.length > MESSAGE_BYTES_MAX) {
        throw new IOException("the message is larger than 64 MiB.");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file + ".", e);
    }
  }

  /** What was asked for on the command line; the launcher always names a place of keys. */
  private record Request(String message, String keys, boolean json) {
    static Request of(String[] arguments) {
      String message = "";
      String keys = "";
      boolean json = false;
      for (int i = 0; i < arguments.length; i++) {
        String argument = arguments[i];
        if (argument.equals("--json")) {
          json = true;
        } else if (argument.equals("--keys") && i + 1 < arguments.length) {
          i++;
          keys = arguments[i];
        } else if (argument.startsWith("-") || !message.isEmpty()) {
          throw new IllegalArgumentException("\"" + argument + "\" is not understood; try --help.");
        } else {
          message = argument;
        }
      }
      if (message.isEmpty() || keys.isEmpty()) {
        throw new IllegalArgumentException("name one file with a message; try --help.");
      }
      return new Request(message, keys, json);
    }
  }
}
