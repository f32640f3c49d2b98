// Undoes a Content-Transfer-Encoding (RFC 2045 §6); text is one character for each byte.
import { lineAt, Malformed, trimmedEnd } from './entity.mjs';

export function isIdentity(encoding) {
  return ['7bit', '8bit', 'binary'].includes(encoding.toLowerCase());
}

export function decode(encoding, body) {
  if (isIdentity(encoding)) return body;
  switch (encoding.toLowerCase()) {
    case 'base64': return base64(body);
    case 'quoted-printable': return quotedPrintable(body);
    default: throw new Malformed('a transfer encoding is unknown');
  }
}

function base64(body) {
  const text = body.replace(/[ \t\r\n]+/g, '');
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new Malformed('a body is not base64');
  return atob(text);
}

function quotedPrintable(body) {
  const out = [];
  for (let at = 0; at < body.length; ) {
    const line = lineAt(body, at);
    // Spaces at the end of a line were put there on the way (RFC 2045 §6.7, rule 3).
    const end = trimmedEnd(body, line);
    const soft = end > line.start && body[end - 1] === '=';
    out.push(decodedLine(body.slice(line.start, soft ? end - 1 : end)));
    if (!soft) out.push(body.slice(line.end, line.next));
    at = line.next;
  }
  return out.join('');
}

function decodedLine(line) {
  if (/[^\x00-~]|=(?![0-9A-Fa-f]{2})/.test(line)) throw new Malformed('a body is not quoted-printable');
  return line.replace(/=(..)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}
