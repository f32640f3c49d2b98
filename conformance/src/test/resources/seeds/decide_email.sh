# Approve a queued send (audit event records approver identity and timestamp)
curl -X POST https://api.multimail.dev/decide_email \
-H "Authorization: Bearer $MULTIMAIL_API_KEY..." \
-H "Content-Type: application/json" \
-d '{
"message_id": "pend_01HPQR7M...",
"decision": "approve",
"approver_note": "Verified recipient domain and content — cleared for delivery"
}'
