package dev.countersign.host.mcp.tools;

/** Who is told how far a call has come. */
@FunctionalInterface
public interface Progress {
  Progress UNHEARD = (done, all, message) -> {};

  /**
   * Tells it.
   *
   * @throws ToolFailure when nobody listens any more
   */
  void at(double done, double all, String message);
}
