package dev.countersign.host.transparency;

import dev.countersign.host.transparency.notes.SignatureType;
import dev.countersign.host.transparency.notes.VerifierKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The witnesses that the operator has named. */
@ApplicationScoped
public class Witnesses {
  private List<Witness> all = List.of();

  /** For the container's proxy. */
  protected Witnesses() {}

  @Inject
  Witnesses(@ConfigProperty(name = "countersign.ledger.witnesses") Optional<String> setting) {
    all = parse(setting.orElse(""));
  }

  List<Witness> all() {
    return all;
  }

  /**
   * Reads {@code key} or {@code key,address}, one after the other with semicolons in between.
   *
   * @throws IllegalArgumentException if one is no cosigner's key, or its address none for HTTP
   */
  static List<Witness> parse(String setting) {
    return Arrays.stream(setting.split(";", -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .map(Witnesses::witness)
        .toList();
  }

  private static Witness witness(String text) {
    String[] words = text.split("[\\s,]+", 2);
    var key =
        VerifierKey.parse(words[0]).filter(found -> found.type() == SignatureType.COSIGNATURE);
    var address = words.length < 2 ? Optional.<URI>empty() : Optional.of(URI.create(words[1]));
    boolean usable = address.map(URI::getScheme).filter(s -> !s.matches("https?")).isEmpty();
    if (key.isEmpty() || !usable) {
      throw new IllegalArgumentException(
          "countersign.ledger.witnesses has \""
              + text
              + "\"; give a witness's key (name+id+key, type 0x04) and, if it takes submissions, a"
              + " comma and its http(s) address.");
    }
    return new Witness(key.get(), address);
  }
}
