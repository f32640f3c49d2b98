// X-MultiMail-Identity: base64url(payload).base64url(signature), the payload a claim in canonical JSON (RFC 8785).
import { fromBase64url } from './bytes.mjs';
import { objection, signerAmong } from './keys.mjs';
import { fromP1363 } from './signature.mjs';

const TOKEN_MAX = 16_384;
const IAT_MIN = -62_167_219_200;
const IAT_MAX = 253_402_300_799;

const isText = (value) => typeof value === 'string' && value.isWellFormed();

/** The members in the order of their names, and what each must be. */
const MEMBERS = {
  ai_generated: (value) => typeof value === 'boolean',
  capabilities: (value) => Array.isArray(value) && value.every(isText),
  created: (value) => typeof value === 'string' && isTime(value),
  iat: (value) => Number.isSafeInteger(value) && value >= IAT_MIN && value <= IAT_MAX,
  operator: isText,
  oversight: (value) => typeof value === 'string' && /^[a-z_]{1,32}$/.test(value),
  reputation_hash: (value) => typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value),
  service: isText,
  verified_operator: (value) => typeof value === 'boolean',
};

function isTime(text) {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString() === text.replace('Z', '.000Z');
}

/** @returns {object | null} the claim, if the bytes are exactly its canonical form */
export function readClaim(payload) {
  let text, value;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload);
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const names = Object.keys(MEMBERS);
  const valid = value !== null && typeof value === 'object' && !Array.isArray(value)
    && names.every((name) => Object.hasOwn(value, name) && MEMBERS[name](value[name]));
  if (!valid) return null;
  const canonical = `{${names.map((name) => `"${name}":${JSON.stringify(value[name])}`).join(',')}}`;
  return canonical === text ? value : null;
}

/** @returns {Promise<{claim: object, kid: string} | {reason: string}>} what the service vouched for; nothing about the message around it */
export async function checkClaim(token, keys) {
  const halves = token.replace(/[ \t\r\n]/g, '').split('.');
  if (token.length > TOKEN_MAX || halves.length !== 2) return { reason: 'claim_token_malformed' };
  const payload = fromBase64url(halves[0]);
  const raw = fromBase64url(halves[1]);
  const signature = raw && fromP1363(raw);
  if (!payload || !signature) return { reason: 'claim_token_malformed' };
  const serviceKeys = keys.filter(({ owner }) => owner === 'service');
  if (serviceKeys.length === 0) return { reason: 'service_key_unknown' };
  const key = await signerAmong(serviceKeys, signature, payload);
  if (key === undefined) return { reason: 'claim_signature_invalid' };
  // Only now, and never before: what is unsigned is not worth reading.
  const claim = readClaim(payload);
  if (claim === null) return { reason: 'claim_not_canonical' };
  const reason = objection(key, claim.iat);
  return reason === null ? { claim, kid: key.kid } : { reason, kid: key.kid };
}
