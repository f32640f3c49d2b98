import multimail

client = multimail.Client(api_key="mm_live_...")

mailbox = client.create_mailbox(
    address="agent@acme.example",
    oversight_mode="gated_send",
    approver_email="approver@acme.example",
    identity_signing=True
)

print(f"Mailbox: {mailbox.address}")
print(f"Oversight mode: {mailbox.oversight_mode}")
print(f"Identity signing: {mailbox.identity_signing}")
print(f"Approver: {mailbox.approver_email}")
