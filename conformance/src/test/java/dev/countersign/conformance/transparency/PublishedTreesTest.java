package dev.countersign.conformance.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.transparency.merkle.ConsistencyProof;
import dev.countersign.host.transparency.merkle.Hash;
import dev.countersign.host.transparency.merkle.InclusionProof;
import dev.countersign.host.transparency.merkle.TreeHasher;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tree of eight entries that Certificate Transparency's own tests have used since RFC 6962,
 * with roots and proofs as published in github.com/transparency-dev/merkle, folder testdata
 * (Apache-2.0).
 */
public class PublishedTreesTest {
  private static final TreeHasher SHA = TreeHasher.SHA_256;
  private static final List<byte[]> ENTRIES =
      List.of(
          bytes(""),
          bytes("00"),
          bytes("10"),
          bytes("2021"),
          bytes("3031"),
          bytes("40414243"),
          bytes("5051525354555657"),
          bytes("606162636465666768696a6b6c6d6e6f"));

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static List<Hash> hashes(String base64) {
    return Arrays.stream(base64.split(" ", -1))
        .map(one -> Hash.ofBase64(one).orElseThrow())
        .toList();
  }

  private static Hash hash(String base64) {
    return Hash.ofBase64(base64).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
    "1, bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=",
    "2, +sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=",
    "3, rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=",
    "4, 037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
    "5, Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ=",
    "6, duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=",
    "7, 3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw=",
    "8, XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg="
  })
  void roots_are_the_published_ones(int size, String root) {
    assertEquals(hash(root), Trees.over(SHA, ENTRIES).root(size));
    assertEquals(hash(root), Trees.root(SHA, ENTRIES.subList(0, size)));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 8, QnGia+DYqE8L1UyMMC58s6O10fpngKQLzOKHNHfatlg=, vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=",
    "2, 3, ApjRIpBtz8EIkstTpzmS/FufST6kybrbJ7eRtBJ6f+c=, +sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=",
    "1, 5, lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=, bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0="
  })
  void inclusion_proofs_are_the_published_ones(int index, int size, String leaf, String first) {
    var proof = Trees.over(SHA, ENTRIES).inclusion(index, size);
    assertEquals(hash(leaf), SHA.leaf(ENTRIES.get(index)));
    assertEquals(hash(first), proof.path().getFirst());
  }

  @Test
  void whole_inclusion_proofs_are_the_published_ones() {
    var tree = Trees.over(SHA, ENTRIES);
    var sixth =
        hashes(
            "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms="
                + " yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA="
                + " 037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=");
    assertEquals(new InclusionProof(5, 8, sixth), tree.inclusion(5, 8));
    var second =
        hashes(
            "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0="
                + " Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4="
                + " vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=");
    assertEquals(new InclusionProof(1, 5, second), tree.inclusion(1, 5));
    assertTrue(tree.inclusion(1, 5).proves(SHA, bytes("00"), tree.root(5)));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 8, lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c= Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4="
        + " a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=",
    "6, 8, DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o= yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA="
        + " 037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
    "2, 5, Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4= vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=",
    "6, 7, DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o= sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8="
        + " 037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc="
  })
  void consistency_proofs_are_the_published_ones(int older, int newer, String path) {
    var tree = Trees.over(SHA, ENTRIES);
    var proof = new ConsistencyProof(older, newer, hashes(path));
    assertEquals(proof, tree.consistency(older, newer));
    assertTrue(proof.proves(SHA, tree.root(older), tree.root(newer)));
    assertFalse(proof.proves(SHA, tree.root(newer), tree.root(older)));
  }
}
