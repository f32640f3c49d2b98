package dev.countersign.host.api.json;

/** Nothing was done yet: somebody else's word is needed first. */
public record PendingApproval(String status, String message) {
  public static PendingApproval byCode() {
    return new PendingApproval(
        "pending_approval",
        "A code was mailed to the overseer. Repeat this very call with it as approval_code.");
  }
}
