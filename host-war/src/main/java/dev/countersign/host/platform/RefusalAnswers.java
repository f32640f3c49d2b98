package dev.countersign.host.platform;

import dev.countersign.kernel.Refusal;

/** What a client is told when the kernel refuses: the only place where a refusal gets a status. */
public final class RefusalAnswers {
  private RefusalAnswers() {}

  public static Problem of(Refusal why) {
    return switch (why) {
      // What is held back from an agent is, to that agent, not there: the same answer, code
      // included.
      case NOT_FOUND, HELD ->
          answer(Refusal.NOT_FOUND, 404, "No such thing for this key; check the id.");
      case ALREADY_EXISTS ->
          answer(why, 409, "This exists already; choose another name or address.");
      case FORBIDDEN ->
          answer(why, 403, "This key may not do that; use one with the scope for it.");
      case OWN_MESSAGE ->
          answer(why, 403, "Whoever composed a message cannot decide on it; ask somebody else.");
      case WRONG_STATUS ->
          answer(why, 409, "The message is past that or not there yet; read its status again.");
      case STALE_DIGEST ->
          answer(
              why,
              409,
              "The message changed after it was shown; read it again and decide on that.");
      case ALREADY_APPROVED -> answer(why, 409, "This person has approved this message already.");
      case ENOUGH_APPROVALS -> answer(why, 409, "The message has all the approvals it needs.");
      case DEADLINE_PASSED ->
          answer(why, 409, "The time to approve this message is over; send it again.");
      case NOT_EXPIRED -> answer(why, 409, "The message has not expired yet.");
      case NOT_DUE -> answer(why, 409, "It is not time for this message yet.");
      case SUSPENDED ->
          answer(
              why,
              403,
              "An operator has stopped this mailbox or tenant; only an operator lifts that.");
      case REMOVED -> answer(why, 404, "This mailbox has been removed.");
      case READ_ONLY ->
          answer(
              why,
              403,
              "This mailbox is read_only and sends nothing; ask its operator for an upgrade by"
                  + " request-upgrade.");
      case RISKY ->
          Problem.of(
              422,
              "domain_blocked",
              "A recipient's domain is riskier than this mailbox allows; the message was blocked.");
      case NEEDS_APPROVAL -> answer(why, 409, "The message still needs a person's approval.");
      case APPROVED ->
          answer(why, 409, "An approved message cannot change; cancel it and send another.");
      case SCHEDULING_OFF ->
          answer(why, 400, "This mailbox does not schedule; send without send_at.");
      case RISK_NOT_CHECKED -> answer(why, 409, "The recipients have not been checked yet.");
      case LOOSER ->
          answer(why, 403, "This would loosen oversight; that takes request-upgrade and its code.");
      case NOT_LOOSER ->
          answer(
              why,
              400,
              "This is not an upgrade; choose a less strict mode, or change it directly.");
      case SEND_AND_OVERSIGHT ->
          answer(why, 403, "No key holds send and oversight together; make two keys.");
      case OVERSIGHT_NEEDS_PERSON ->
          answer(why, 403, "Only a person's key may hold oversight; name a person as its holder.");
      case NEEDS_OPERATOR -> answer(why, 403, "Only an operator may do that.");
      case NEEDS_CODE ->
          answer(why, 403, "This needs an operator's code; repeat the call with approval_code.");
      case WRONG_CODE ->
          answer(
              why,
              403,
              "The code is wrong, used, expired or for something else; ask for a new one.");
      case POLICY_OUT_OF_RANGE ->
          answer(
              why, 400, "A value of the policy is outside its bounds; the documentation has them.");
      case TIME_RUNS_FORWARD ->
          answer(why, 409, "The server's clock went back; nothing was done. Try again.");
      case ALREADY_CANCELLED -> answer(why, 409, "The message is cancelled already.");
    };
  }

  private static Problem answer(Refusal why, int status, String sentence) {
    return Problem.of(status, why.code(), sentence);
  }
}
