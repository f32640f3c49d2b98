package dev.countersign.conformance.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.host.domains.Finding;
import dev.countersign.host.domains.files.Kept;
import dev.countersign.host.domains.files.LocalFile;
import dev.countersign.host.domains.lists.DomainList;
import dev.countersign.host.domains.rdap.RdapBootstrap;
import dev.countersign.host.domains.rdap.RdapClient;
import dev.countersign.host.domains.signals.ListSignal;
import dev.countersign.host.domains.signals.RegistrationSignal;
import dev.countersign.kernel.Level;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Files that are missing or wrong, here and at an address, and what rests on them. */
final class FileFailures {
  private static final String VICTIM = "victim.example";
  private static final String LIST = "some.example\n";

  /** What is read from a file. */
  private enum Source {
    THREATS,
    DISPOSABLE,
    REGISTRIES;

    Finding look(Way files) throws InterruptedException {
      return switch (this) {
        case THREATS -> ListSignal.threats(List.of(files.open(DomainList::read))).look(VICTIM);
        case DISPOSABLE -> ListSignal.disposable(files.open(DomainList::read)).look(VICTIM);
        case REGISTRIES ->
            new RegistrationSignal(
                    files.open(RdapBootstrap::read),
                    new RdapClient(Duration.ofMillis(200)),
                    InstantSource.system())
                .look(VICTIM);
      };
    }
  }

  /** A way to a file. */
  interface Way {
    <T> Kept<T> open(Kept.Reader<T> reader);
  }

  /** What can be wrong with a file on this machine. */
  private enum Wrong {
    MISSING,
    A_FOLDER,
    EMPTY,
    COMMENTS_ONLY,
    GARBAGE,
    A_PAGE;

    Path in(Path folder) throws IOException {
      Path file = folder.resolve(name());
      switch (this) {
        case MISSING -> {}
        case A_FOLDER -> Files.createDirectories(file);
        case EMPTY -> Files.writeString(file, "");
        case COMMENTS_ONLY -> Files.writeString(file, "# nothing today\n");
        case GARBAGE -> Files.write(file, new byte[] {0, 1, 2, '{', '{'});
        case A_PAGE -> Files.writeString(file, "<!doctype html><title>Log in</title>");
      }
      return file;
    }
  }

  private record Here(Path file) implements Way {
    @Override
    public <T> Kept<T> open(Kept.Reader<T> reader) {
      return new LocalFile<>(file, reader);
    }
  }

  /** Takes what cannot be read for a list without the domain: the fault to be noticed. */
  private record Careless(Path file) implements Way {
    @Override
    public <T> Kept<T> open(Kept.Reader<T> reader) {
      Kept<T> kept = new LocalFile<>(file, reader);
      return () -> {
        try {
          return kept.value();
        } catch (IOException e) {
          return reader.read(new ByteArrayInputStream(LIST.getBytes(StandardCharsets.UTF_8)));
        }
      };
    }
  }

  private FileFailures() {}

  static Stream<EveryFailureTest.Cell> cells(Path folder) {
    return Arrays.stream(Source.values())
        .flatMap(
            source ->
                Stream.concat(
                    Arrays.stream(Wrong.values())
                        .map(
                            wrong ->
                                cell(source, "file " + wrong, () -> new Here(wrong.in(folder)))),
                    Arrays.stream(WrongFiles.Fault.values())
                        .map(
                            fault ->
                                cell(
                                    source,
                                    "address " + fault,
                                    () ->
                                        WrongFiles.at(
                                            fault, folder, source == Source.REGISTRIES)))));
  }

  /** Makes a way to a file that is wrong. */
  @FunctionalInterface
  private interface Making {
    Way make() throws IOException;
  }

  private static EveryFailureTest.Cell cell(Source source, String failure, Making making) {
    return new EveryFailureTest.Cell(
        source.name(), failure, () -> assertUnknown(source, making.make()));
  }

  private static void assertUnknown(Source source, Way files) throws InterruptedException {
    var finding = source.look(files);
    assertEquals(Level.UNKNOWN, finding.level(), finding::says);
  }

  /** {@return how many careless readers were noticed} */
  static int plantedNoticed(Path folder) throws IOException, InterruptedException {
    Path sound = folder.resolve("sound");
    Files.writeString(sound, LIST);
    assertEquals(Level.GOOD, Source.THREATS.look(new Here(sound)).level());
    int noticed = 0;
    for (Source source : List.of(Source.THREATS, Source.DISPOSABLE)) {
      for (Wrong wrong : Wrong.values()) {
        Way careless = new Careless(wrong.in(folder));
        assertThrows(
            AssertionError.class, () -> assertUnknown(source, careless), source + " " + wrong);
        noticed++;
      }
    }
    return noticed;
  }
}
