# Full pipeline: fetch an email and extract the identity claim
curl -s -H "Authorization: Bearer mm_live_xxx" \
  "https://api.multimail.dev/v1/inbox?mailbox=agent@acme.example&limit=1" \
  | jq -r '.emails[0].headers["X-MultiMail-Identity"]' \
  | cut -d. -f1 \
  | tr '_-' '/+' \
  | base64 -d \
  | jq .
