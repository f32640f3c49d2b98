async function verifyIdentityHeader(
  header: string
): Promise<{ valid: boolean; claim: Record<string, unknown> | null }> {
  // Header format: base64url(payload).base64url(signature)
  const [payloadB64, signatureB64] = header.split(".");
  if (!payloadB64 || !signatureB64) {
    return { valid: false, claim: null };
  }

  // Fetch the public key
  const keyResp = await fetch(
    "https://multimail.dev/.well-known/multimail-signing-key"
  );
  const jwk = await keyResp.json();

  const publicKey = await crypto.subtle.importKey(
    "jwk",
    jwk,
    { name: "ECDSA", namedCurve: "P-256" },
    false,
    ["verify"]
  );

  // Decode base64url
  const payloadBytes = Uint8Array.from(
    atob(payloadB64.replace(/-/g, "+").replace(/_/g, "/")),
    (c) => c.charCodeAt(0)
  );
  const signatureBytes = Uint8Array.from(
    atob(signatureB64.replace(/-/g, "+").replace(/_/g, "/")),
    (c) => c.charCodeAt(0)
  );

  // Verify ECDSA P-256 signature
  const valid = await crypto.subtle.verify(
    { name: "ECDSA", hash: "SHA-256" },
    publicKey,
    signatureBytes,
    payloadBytes
  );

  const claim = valid
    ? JSON.parse(new TextDecoder().decode(payloadBytes))
    : null;

  return { valid, claim };
}
