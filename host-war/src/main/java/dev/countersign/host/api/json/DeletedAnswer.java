package dev.countersign.host.api.json;

/** Something was there and is not any more. */
public record DeletedAnswer(boolean deleted) {
  public static final DeletedAnswer YES = new DeletedAnswer(true);
}
