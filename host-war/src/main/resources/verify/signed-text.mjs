// The text under X-MultiMail-Signature: docs/identity.md has the format.
import { bytesOf, hexOf, sha256, textOf } from './bytes.mjs';
import { values } from './entity.mjs';
import { partsOf } from './parts.mjs';

export const COVERED = ['From', 'Sender', 'Reply-To', 'To', 'Cc', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References',
  'X-AI-Generated', 'X-MultiMail-Identity', 'X-MultiMail-Agent-Id', 'X-MultiMail-Tenant', 'X-MultiMail-Oversight-Mode'];

/** @returns {Promise<Uint8Array>} throws Malformed if readers could disagree about what the message says */
export async function signedText(message) {
  const lines = ['countersign-signature-v1'];
  for (const name of COVERED) {
    for (const value of values(message, name)) {
      lines.push(`${name.toLowerCase()}:${name === 'X-MultiMail-Identity' ? value.replaceAll(' ', '') : value}`);
    }
  }
  for (const part of partsOf(message)) lines.push(await partLine(part));
  return bytesOf(`${lines.join('\n')}\n`);
}

async function partLine({ number, mediaType, leaf }) {
  const items = [`part:${number}`, mediaType];
  if (leaf !== undefined) {
    for (const name of ['charset', 'format', 'delsp']) {
      if (leaf[name] !== undefined) items.push(`${name}=${percentEncoded(leaf[name].toLowerCase())}`);
    }
    items.push(leaf.attachment ? 'attachment' : 'inline');
    if (leaf.name !== undefined) items.push(`name=${percentEncoded(leaf.name)}`);
    items.push(`sha256=${hexOf(await sha256(bytesOf(leaf.content)))}`);
  }
  return items.join(' ');
}

// RFC 3986 §2.1; everything but the unreserved characters.
function percentEncoded(text) {
  return textOf(new TextEncoder().encode(text)).replace(/[^A-Za-z0-9._~-]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
