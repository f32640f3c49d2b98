package dev.countersign.conformance.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A signed message and everything that is done to it. */
record MutatedMail(Wire signed, List<Mutation> mutations) {
  /** {@return one for each shape of message, with disclosure and without} */
  static List<MutatedMail> all(Sender sender) {
    List<MutatedMail> all = new ArrayList<>();
    var shapes = Samples.shapes();
    for (int i = 0; i < shapes.size(); i++) {
      var other = sender.wire(shapes.get((i + 1) % shapes.size()), true);
      all.add(of(sender.wire(shapes.get(i), true), other, true));
    }
    all.add(of(sender.wire(shapes.get(3), false), sender.wire(shapes.get(0), true), false));
    return all;
  }

  private static MutatedMail of(Wire signed, Wire other, boolean disclosed) {
    var mutations =
        Stream.of(
                HeaderMutations.of(signed, other),
                BodyMutations.of(signed, other),
                SignatureMutations.of(signed, other),
                disclosed ? ClaimMutations.of(signed, other) : List.<Mutation>of())
            .flatMap(List::stream)
            .filter(mutation -> !mutation.wire().equals(signed))
            .toList();
    return new MutatedMail(signed, mutations);
  }
}
