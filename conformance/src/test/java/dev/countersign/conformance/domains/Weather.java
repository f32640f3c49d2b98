package dev.countersign.conformance.domains;

import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;

/**
 * How long answers take, and which never come: log-normal, as in measurements of resolvers, and for
 * the same seed the same for the n-th time that a question is asked.
 */
final class Weather {
  /** Answers come at once. */
  static final Weather FAIR = new Weather(0, 0, 0, 0);

  private final long seed;
  private final double medianMillis;
  private final double sigma;
  private final double lost;
  private final ConcurrentMap<String, Integer> asked = new ConcurrentHashMap<>();

  /**
   * Some weather.
   *
   * @param sigma of the logarithm; 1 makes one answer in a hundred ten times as slow as the median
   * @param lost share of answers that never come
   */
  Weather(long seed, double medianMillis, double sigma, double lost) {
    this.seed = seed;
    this.medianMillis = medianMillis;
    this.sigma = sigma;
    this.lost = lost;
  }

  /** Waits as long as the answer to this question takes; {@return whether it comes at all} */
  boolean lets(String question) {
    if (this == FAIR) {
      return true;
    }
    int nth = asked.merge(question, 1, Integer::sum);
    RandomGenerator chance = new SplittableRandom(seed + 31L * question.hashCode() + nth);
    if (chance.nextDouble() < lost) {
      return false;
    }
    try {
      Thread.sleep(Math.round(medianMillis * Math.exp(sigma * chance.nextGaussian())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }
}
