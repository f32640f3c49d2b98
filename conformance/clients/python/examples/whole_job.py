"""A whole job: an agent hands a message in, it waits for a person, the person approves, it leaves."""

import os
import time

import multimail

agent = multimail.Client(api_key=os.environ["AGENT_KEY"])
person = multimail.Client(api_key=os.environ["OVERSIGHT_KEY"])
mailbox = os.environ["MAILBOX_ADDRESS"]


def awaited(message_id: str, status: str) -> multimail.Email:
    for _ in range(200):
        email = agent.read_email(message_id)
        if email.status == status:
            print(f"now {status}")
            return email
        time.sleep(0.1)
    raise SystemExit(f"{message_id} is {email.status}, not {status}")


sent = agent.send_email(
    mailbox, to=os.environ["RECIPIENT"], subject="Q1", markdown="Here is the **summary**.", idempotency_key=os.environ["RECIPIENT"]
)
print(f"sent {sent.id}: {sent.status}")
awaited(sent.id, "pending_send_approval")

again = agent.send_email(
    mailbox, to=os.environ["RECIPIENT"], subject="Q1", markdown="Here is the **summary**.", idempotency_key=os.environ["RECIPIENT"]
)
print(f"sent again: {again.status}, the same: {again.id == sent.id}")

try:
    agent.decide_email(sent.id, "approve")
    raise SystemExit("an agent decided")
except multimail.PermissionDeniedError as refused:
    print(f"an agent may not: {refused.status} {refused.code}")

item = next(each for each in person.list_pending(mailbox).items if each.message_id == sent.id)
print(f"to be decided: {item.subject} to {', '.join(item.to)}, risk {item.domain_intelligence.risk_score}")
print(f"decided: {person.decide_email(item.id, 'approve', approver_note='checked', digest=item.digest).status}")
email = awaited(sent.id, "sent")
print(f"signed by: {email.identity_headers['x-multimail-agent-id']}, valid: {email.identity_verified}")

newest = agent.check_inbox(mailbox, direction="outbound", limit=1).emails[0]
print(f"newest: {newest.subject} from {newest.sender}")

second = agent.send_email(mailbox, to=os.environ["RECIPIENT"], subject="Q2", text_body="Not yet.")
print(f"taken back: {agent.cancel_message(second.id, reason='sent too early').status}")
