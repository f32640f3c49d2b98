package dev.countersign.host.retention;

/** How much of each kind was erased. */
public record Erased(int messages, int ledgerPersonal, int webhookHistory) {
  public static final Erased NOTHING = new Erased(0, 0, 0);

  public boolean any() {
    return messages + ledgerPersonal + webhookHistory > 0;
  }
}
