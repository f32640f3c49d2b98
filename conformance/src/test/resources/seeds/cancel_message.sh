# Cancel a queued send (blocked on domain risk threshold failure)
curl -X POST https://api.multimail.dev/cancel_message \
-H "Authorization: Bearer $MULTIMAIL_API_KEY..." \
-H "Content-Type: application/json" \
-d '{
"message_id": "pend_01HSTU9N...",
"reason": "Domain risk score 0.82 exceeds CISO-configured threshold of 0.30"
}'
