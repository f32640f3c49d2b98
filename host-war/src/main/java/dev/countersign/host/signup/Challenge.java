package dev.countersign.host.signup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A puzzle in the form of ALTCHA: find the number from 0 to {@code maxnumber} for which SHA-256 of
 * salt and number, written in decimal, is the challenge.
 *
 * @param challenge lower-case hexadecimal
 * @param salt to be used as it is, with what stands behind the question mark
 * @param signature lower-case hexadecimal; goes back with the solution
 */
public record Challenge(
    @Schema(example = "SHA-256") String algorithm,
    String challenge,
    long maxnumber,
    String salt,
    String signature) {

  /** A number, with the challenge that it is for. */
  public record Solution(
      String algorithm, String challenge, long number, String salt, String signature) {}
}
