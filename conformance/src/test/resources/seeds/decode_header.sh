# Decode an X-MultiMail-Identity header payload
# (replace HEADER_VALUE with the actual base64url string before the dot)
HEADER="eyJhaV9nZW5lcmF0ZWQiOnRydWUsIm9wZXJhdG9yIjoiYWNtZS1jb3JwIn0"
echo "$HEADER" | tr '_-' '/+' | base64 -d | jq .
