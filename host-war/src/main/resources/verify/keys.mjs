// Published keys: a JWK Set (RFC 7517), or one JWK, with the members owner, nbf, retired, revoked and revocation_reason.
import { base64urlOf, fromBase64url, sha256 } from './bytes.mjs';
import { verifies } from './signature.mjs';

/** How far the clocks of those who sign may be apart. */
const SKEW_SECONDS = 300;

export class KeysUnreadable extends Error {}

/** @returns {Promise<object[]>} {owner, kid, key, nbf, retired, revoked, revocationReason}; times in seconds since 1970 */
export async function readKeys(json) {
  let document;
  try {
    document = JSON.parse(json);
  } catch {
    throw new KeysUnreadable('The keys are not JSON.');
  }
  const jwks = Array.isArray(document?.keys) ? document.keys : [document];
  return Promise.all(jwks.map(readKey));
}

async function readKey(jwk) {
  const { kty, crv, x, y, owner = 'service', nbf = 0, retired, revoked, revocation_reason: revocationReason = '' } = jwk ?? {};
  const coordinates = [x, y].every((value) => typeof value === 'string' && fromBase64url(value)?.length === 32);
  const times = [nbf, retired, revoked].every((time) => time === undefined || Number.isSafeInteger(time));
  if (kty !== 'EC' || crv !== 'P-256' || !coordinates || !times || typeof owner !== 'string' || typeof revocationReason !== 'string') {
    throw new KeysUnreadable('A key is not a P-256 key with the members that are published.');
  }
  try {
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
    const thumbprint = await sha256(new TextEncoder().encode(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`));
    return { owner, kid: base64urlOf(thumbprint), key, nbf, retired, revoked, revocationReason };
  } catch (error) {
    if (error.name !== 'DataError') throw error;
    throw new KeysUnreadable('A key is not a point of the curve.');
  }
}

/** The key of `keys` that made the signature, or undefined; listed twice, the revoked one counts. */
export async function signerAmong(keys, signature, signed) {
  const signers = [];
  for (const key of keys) {
    if (await verifies(key.key, signature, signed)) signers.push(key);
  }
  return signers.find((key) => key.revoked !== undefined) ?? signers[0];
}

/** Why this key does not count for something signed at `time` (seconds since 1970, null if unknown); null if it counts. */
export function objection(key, time) {
  if (key.revoked !== undefined) return 'key_revoked';
  const inForce = time !== null && time >= key.nbf - SKEW_SECONDS && (key.retired === undefined || time <= key.retired + SKEW_SECONDS);
  return inForce ? null : 'key_not_in_force';
}
