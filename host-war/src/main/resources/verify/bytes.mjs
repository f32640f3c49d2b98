// Bytes, and text with one character for each byte (ISO 8859-1; what browsers call by that name is another charset).

const CHUNK = 32_768;

/** @returns {string} one character for each byte */
export function textOf(bytes) {
  const chunks = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    chunks.push(String.fromCharCode.apply(null, bytes.subarray(at, at + CHUNK)));
  }
  return chunks.join('');
}

/** @returns {Uint8Array} one byte for each character */
export function bytesOf(text) {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

export function hexOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function base64urlOf(bytes) {
  return btoa(textOf(bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Strict: one sequence of bytes has one text, without padding or stray bits. @returns {Uint8Array | null} */
export function fromBase64url(text) {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) return null;
  const bytes = bytesOf(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
  return base64urlOf(bytes) === text ? bytes : null;
}

export async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
