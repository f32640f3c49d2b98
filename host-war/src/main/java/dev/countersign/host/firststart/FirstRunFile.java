package dev.countersign.host.firststart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** {@code first-run.env}: made ready before the commit, given its name after it. */
@ApplicationScoped
class FirstRunFile {
  @Inject DataFolder data;

  void prepare(String text) {
    try {
      data.writeForOwnerOnly(prepared(), text);
    } catch (IOException e) {
      throw new UncheckedIOException("first-run.env cannot be written to the data folder", e);
    }
  }

  /** Also after a crash between the commit and the renaming. */
  void finish() {
    try {
      if (Files.exists(prepared())) {
        Files.move(
            prepared(), data.path().resolve("first-run.env"), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("first-run.env cannot be written to the data folder", e);
    }
  }

  private Path prepared() {
    return data.path().resolve("first-run.env.prepared");
  }
}
