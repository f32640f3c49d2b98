// ECDSA P-256 signatures with s in the lower half of its range, so that each has one form.
import { hexOf } from './bytes.mjs';

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const HALF_ORDER = ORDER >> 1n;

/** @returns {Uint8Array | null} the 64 bytes r and s as Web Crypto takes them; null unless in range with a low s */
export function fromP1363(raw) {
  if (raw.length !== 64) return null;
  const [r, s] = [number(raw.subarray(0, 32)), number(raw.subarray(32))];
  return r > 0n && r < ORDER && s > 0n && s <= HALF_ORDER ? raw : null;
}

/** The same of strict DER (RFC 3279 §2.2.3) in lower-case hex. */
export function fromDerHex(hex) {
  if (!/^(?:[0-9a-f]{2}){1,128}$/.test(hex)) return null;
  const der = Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der[1] > 0x7f) return null;
  const r = integer(der, 2);
  const s = r && integer(der, r.next);
  if (!s || s.next !== der.length) return null;
  const raw = new Uint8Array(64);
  raw.set(r.bytes, 32 - r.bytes.length);
  raw.set(s.bytes, 64 - s.bytes.length);
  return fromP1363(raw);
}

/** A positive DER integer of at most 32 bytes, in its shortest form. */
function integer(der, at) {
  const length = der[at + 1];
  if (der[at] !== 0x02 || !(length >= 1) || at + 2 + length > der.length) return null;
  const bytes = der.subarray(at + 2, at + 2 + length);
  const padded = bytes[0] === 0 && length > 1;
  if (bytes[0] > 0x7f || (padded && bytes[1] < 0x80)) return null;
  const significant = padded ? bytes.subarray(1) : bytes;
  return significant.length > 32 ? null : { bytes: significant, next: at + 2 + length };
}

function number(bytes) {
  return BigInt(`0x${hexOf(bytes)}`);
}

/** @returns {Promise<boolean>} whether `signature` (64 bytes) is of `signed` under this Web Crypto key */
export function verifies(key, signature, signed) {
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed);
}
