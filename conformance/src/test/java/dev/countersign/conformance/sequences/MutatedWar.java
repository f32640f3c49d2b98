package dev.countersign.conformance.sequences;

import dev.countersign.conformance.running.ServedWar;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.tools.ToolProvider;

/** The product's archive with one source changed, compiled anew and put in its place. */
final class MutatedWar {
  private static final Path ROOT = Path.of(System.getProperty("countersign.root", ".."));
  private static final String SOURCES = "host-war/src/main/java/";

  private MutatedWar() {}

  /**
   * A change that nobody should get away with.
   *
   * @param source of one class, below the host's sources
   * @param correct what stands there once
   * @param wrong what is put in its place
   */
  record Change(String source, String correct, String wrong) {
    String applied() throws IOException {
      var text = Files.readString(ROOT.resolve(SOURCES).resolve(source));
      int at = text.indexOf(correct);
      if (at < 0 || at != text.lastIndexOf(correct)) {
        throw new AssertionError(source + " does not have, or not only once: " + correct);
      }
      return text.replace(correct, wrong);
    }
  }

  /** {@return the archive with these changes, below {@code folder}} */
  static Path with(List<Change> changes, Path folder) throws IOException {
    var classes = Files.createDirectories(folder.resolve("classes"));
    for (Change change : changes) {
      var source = folder.resolve("source").resolve(change.source());
      Files.createDirectories(source.getParent());
      Files.writeString(source, change.applied());
      compile(source, classes);
    }
    var war = folder.resolve("countersign.war");
    Files.copy(ServedWar.product(), war, StandardCopyOption.REPLACE_EXISTING);
    replace(war, classes);
    return war;
  }

  private static void compile(Path source, Path classes) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var messages = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var options =
          List.of(
              "--release",
              "21",
              "-proc:none",
              "-parameters",
              "-nowarn",
              "-cp",
              System.getProperty("java.class.path"),
              "-d",
              classes.toString());
      var task =
          compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source));
      if (!task.call()) {
        throw new AssertionError("the changed source does not compile: " + messages);
      }
    }
  }

  private static void replace(Path war, Path classes) throws IOException {
    try (var archive = FileSystems.newFileSystem(war);
        var made = Files.walk(classes)) {
      for (var file : made.filter(Files::isRegularFile).toList()) {
        var inside =
            archive.getPath("WEB-INF/classes").resolve(classes.relativize(file).toString());
        if (!Files.exists(inside)) {
          throw new AssertionError("the archive has no " + inside);
        }
        Files.copy(file, inside, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
