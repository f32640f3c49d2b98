import requests
import json
import base64

API = "https://api.multimail.dev/v1"
HEADERS = {"Authorization": "Bearer mm_live_xxx"}

# Send — disclosure headers are added automatically
resp = requests.post(
    f"{API}/send",
    headers=HEADERS,
    json={
        "from": "agent@acme.example",
        "to": "recipient@peer.example",
        "subject": "Q1 Report Summary",
        "text_body": "Here is your Q1 report summary..."
    }
)
message_id = resp.json()["message_id"]
print(f"Sent with AI disclosure: {message_id}")

# Later: read received email and decode the identity header
resp = requests.get(
    f"{API}/inbox",
    headers=HEADERS,
    params={"mailbox": "agent@acme.example", "limit": 1}
)
email = resp.json()["emails"][0]
identity_header = email["headers"].get("X-MultiMail-Identity", "")

if identity_header:
    # Decode the base64url payload (before signature verification)
    parts = identity_header.split(".")
    payload_bytes = base64.urlsafe_b64decode(parts[0] + "==")
    claim = json.loads(payload_bytes)
    print(f"AI generated: {claim['ai_generated']}")
    print(f"Operator: {claim['operator']}")
    print(f"Oversight: {claim['oversight']}")
