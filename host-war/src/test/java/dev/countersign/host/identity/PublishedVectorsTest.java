package dev.countersign.host.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.List;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** The examples that the standards print, as far as they are about what is signed here. */
class PublishedVectorsTest {
  /** RFC 6979 A.2.5; of the two equivalent values of s we sign with the lower. */
  @Test
  void signatures_are_those_of_rfc_6979() throws Exception {
    SigningKey key = rfc6979Key();
    assertEquals(
        EcdsaSignature.lowS(
            hex("EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"),
            hex("F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8")),
        key.sign("sample".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        new EcdsaSignature(
            hex("F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367"),
            hex("019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083")),
        key.sign("test".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void the_same_claim_gives_the_same_header() throws Exception {
    SigningKey key = rfc6979Key();
    IdentityClaim claim = Claims.example();
    assertEquals(ClaimToken.signed(claim, key), ClaimToken.signed(claim, key));
  }

  /** RFC 8785 §3.2.2: the string of its sample object. */
  @Test
  void strings_are_escaped_as_rfc_8785_prints_them() {
    assertEquals(
        "{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
        canonical("string", "\u20ac$\u000f\nA'B\"\\\\\"/"));
  }

  /** RFC 8785 §3.2.3: its example of sorting. */
  @Test
  void members_are_sorted_as_rfc_8785_prints_them() throws Exception {
    TreeMap<String, Object> members = new TreeMap<>();
    members.put("\u20ac", "Euro Sign");
    members.put("\r", "Carriage Return");
    members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
    members.put("1", "One");
    members.put("\ud83d\ude00", "Emoji: Grinning Face");
    members.put("\u0080", "Control");
    members.put("\u00f6", "Latin Small Letter O With Diaeresis");
    String sorted = new String(CanonicalJson.bytes(members), StandardCharsets.UTF_8);
    assertEquals(
        List.of(
            "Carriage Return",
            "One",
            "Control",
            "Latin Small Letter O With Diaeresis",
            "Euro Sign",
            "Emoji: Grinning Face",
            "Hebrew Letter Dalet With Dagesh"),
        List.of(
            sorted.replaceAll("[{}]", "").replaceAll("\"[^\"]*\":\"([^\"]*)\"", "$1").split(",")));
    assertEquals(new JsonCanonicalizer(sorted).getEncodedString(), sorted);
  }

  /** RFC 8785 Appendix B: the whole numbers that every JSON reader holds exactly. */
  @Test
  void integers_are_written_as_rfc_8785_prints_them_or_not_at_all() {
    assertEquals("{\"n\":0}", canonical("n", 0L));
    assertEquals("{\"n\":9007199254740991}", canonical("n", 9_007_199_254_740_991L));
    assertEquals("{\"n\":-9007199254740991}", canonical("n", -9_007_199_254_740_991L));
    for (long beyond : new long[] {9_007_199_254_740_992L, -9_007_199_254_740_992L}) {
      assertThrows(IllegalArgumentException.class, () -> canonical("n", beyond));
    }
  }

  private static String canonical(String name, Object value) {
    TreeMap<String, Object> members = new TreeMap<>();
    members.put(name, value);
    return new String(CanonicalJson.bytes(members), StandardCharsets.UTF_8);
  }

  private static SigningKey rfc6979Key() throws Exception {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    BigInteger x = hex("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721");
    ECPrivateKey key =
        (ECPrivateKey)
            KeyFactory.getInstance("EC")
                .generatePrivate(
                    new ECPrivateKeySpec(x, parameters.getParameterSpec(ECParameterSpec.class)));
    return new SigningKey(
        key,
        PublicJwk.of(
            P256.publicKey(
                hex("60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"),
                hex("7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"))));
  }

  private static BigInteger hex(String digits) {
    return new BigInteger(digits, 16);
  }
}
