package dev.countersign.host.signup;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.RandomToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/** Puzzles, and whether a solution is right, in time, and new. */
@ApplicationScoped
public class Challenges {
  private static final String ALGORITHM = "SHA-256";
  private static final SecureRandom RANDOM = new SecureRandom();

  // What ends the salt keeps its last digits from being taken for the number's first ones.
  private static final Pattern SALT = Pattern.compile("[A-Za-z0-9_-]{43}\\?expires=(\\d{1,12})&");

  @PersistenceContext EntityManager rows;
  @Inject SignupSecret secret;
  @Inject Limits limits;

  /** A new one. */
  public Challenge make(long now) {
    long expires = (now + limits.value(Limit.CHALLENGE_MS)) / 1000;
    var salt = String.format(Locale.ROOT, "%s?expires=%d&", RandomToken.mint().text(), expires);
    long most = limits.value(Limit.CHALLENGE_NUMBER_COUNT);
    var challenge = RandomToken.sha256(salt + RANDOM.nextLong(most + 1));
    return new Challenge(
        ALGORITHM,
        challenge,
        most,
        salt,
        secret.mac(SignupSecret.Purpose.PUZZLE, challenge + ' ' + salt));
  }

  /** Inside a transaction: a right solution counts once, on whatever node, at whatever time. */
  public boolean spend(Challenge.Solution solution, long now) {
    var salt = SALT.matcher(solution.salt());
    boolean right =
        solution.algorithm().equals(ALGORITHM)
            && salt.matches()
            && secret.matches(
                SignupSecret.Purpose.PUZZLE,
                solution.challenge() + ' ' + solution.salt(),
                solution.signature())
            && SignupSecret.same(
                RandomToken.sha256(solution.salt() + solution.number()), solution.challenge());
    if (!right) {
      return false;
    }
    long expires = Long.parseLong(salt.group(1)) * 1000;
    return now < expires && once(solution.challenge(), now, expires);
  }

  /**
   * Inside a transaction: {@return whether this name comes for the first time} Of two at the same
   * moment one waits, finds the other's row, and starts over.
   *
   * @param name 64 characters at most
   * @param until when it may be forgotten
   */
  public boolean once(String name, long now, long until) {
    rows.createQuery("DELETE FROM SpentChallengeRow c WHERE c.expiresAt <= :now")
        .setParameter("now", now)
        .executeUpdate();
    if (rows.find(SpentChallengeRow.class, name) != null) {
      return false;
    }
    rows.persist(new SpentChallengeRow(name, until));
    rows.flush();
    return true;
  }
}
