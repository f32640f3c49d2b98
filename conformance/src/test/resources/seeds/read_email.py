import multimail

client = multimail.Client(api_key="mm_live_...")

email = client.read_email(email_id="em_01HXYZ4K8MNGP3QRS7T")

headers = email.identity_headers
print(f"Agent ID: {headers['x-multimail-agent-id']}")
print(f"Tenant: {headers['x-multimail-tenant']}")
print(f"Oversight mode: {headers['x-multimail-oversight-mode']}")
print(f"Signature: {headers['x-multimail-signature'][:40]}...")
print(f"Signature valid: {email.identity_verified}")
print(f"Domain risk score: {email.domain_intelligence.risk_score}")
print(f"DMARC policy: {email.domain_intelligence.dmarc_policy}")
