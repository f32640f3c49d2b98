package dev.countersign.conformance.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;

/** A published JWK (RFC 7517) in the hands of somebody who has nothing but a JDK. */
public record PublishedKey(PublicKey key) {
  public static PublishedKey of(JsonNode jwk) {
    if (!jwk.path("kty").asText().equals("EC") || !jwk.path("crv").asText().equals("P-256")) {
      throw new AssertionError("not a P-256 key: " + jwk);
    }
    try {
      var curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      var point = new ECPoint(coordinate(jwk, "x"), coordinate(jwk, "y"));
      var spec = new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class));
      return new PublishedKey(KeyFactory.getInstance("EC").generatePublic(spec));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("not a usable key: " + jwk, e);
    }
  }

  public boolean verifies(String algorithm, byte[] signed, byte[] signature) {
    try {
      var verifier = Signature.getInstance(algorithm);
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("not a signature of this form", e);
    }
  }

  private static BigInteger coordinate(JsonNode jwk, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(name).asText()));
  }
}
