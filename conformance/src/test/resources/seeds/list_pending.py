import multimail

client = multimail.Client(api_key="mm_live_...")

pending = client.list_pending(
    mailbox="agent@acme.example"
)

print(f"Pending approvals: {pending.total}")
for item in pending.items:
    print(f"\n ID: {item.id}")
    print(f" To: {item.to}")
    print(f" Subject: {item.subject}")
    print(f" Queued: {item.created_at}")
    print(f" Agent ID: {item.agent_id}")
    print(f" Domain risk: {item.domain_intelligence.risk_score}")
    print(f" DMARC: {item.domain_intelligence.dmarc_policy}")
