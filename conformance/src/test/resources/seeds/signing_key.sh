# Fetch the public signing key
curl -s https://multimail.dev/.well-known/multimail-signing-key | jq .
