// The MIME tree of a message (RFC 2045, RFC 2046), outermost part first.
import { decodedParameter, plainParameter, readContentField } from './content-field.mjs';
import { lineAt, Malformed, only, readEntity, trimmedEnd } from './entity.mjs';
import { decode, isIdentity } from './transfer-encoding.mjs';

const PARTS_MAX = 1000;
const DEPTH_MAX = 20;
const BOUNDARY_MAX = 70;

/** @returns {{number: string, mediaType: string, leaf?: object}[]} leaf: charset, format, delsp, attachment, name, content */
export function partsOf(message) {
  if (only(message, 'MIME-Version') !== '1.0') throw new Malformed('the message is not MIME 1.0');
  const parts = [];
  add(message, '1', 1, parts);
  return parts;
}

function add(entity, number, depth, parts) {
  if (depth > DEPTH_MAX || parts.length >= PARTS_MAX) throw new Malformed('the message has too many parts');
  const type = readContentField(only(entity, 'Content-Type') ?? 'text/plain');
  if (!type.value.includes('/')) throw new Malformed('a media type has another form');
  if (!type.value.startsWith('multipart/')) {
    parts.push({ number, mediaType: type.value, leaf: leafOf(entity, type) });
    return;
  }
  // The parts of a digest are messages when they do not say what they are (RFC 2046 §5.1.5).
  const digest = type.value === 'multipart/digest';
  if (digest || !isIdentity(only(entity, 'Content-Transfer-Encoding') ?? '7bit')) throw new Malformed('a multipart is a digest or encoded');
  only(entity, 'Content-Disposition');
  parts.push({ number, mediaType: type.value });
  cut(entity.body, plainParameter(type, 'boundary') ?? '').forEach((text, index) => {
    add(readEntity(text), `${number}.${index + 1}`, depth + 1, parts);
  });
}

/** The texts between the delimiters of a multipart. */
function cut(body, boundary) {
  if (boundary === '' || boundary.length > BOUNDARY_MAX || boundary.endsWith(' ')) throw new Malformed('a boundary has another form');
  const delimiter = `--${boundary}`;
  const parts = [];
  let open = -1;
  let closed = false;
  for (let at = 0, line; at < body.length; at = line.next) {
    line = lineAt(body, at);
    if (!body.startsWith(delimiter, at)) continue;
    const rest = body.slice(at + delimiter.length, trimmedEnd(body, line));
    if (closed || !(rest === '' || rest === '--') || parts.length >= PARTS_MAX) throw new Malformed('a multipart can be cut in several ways');
    // The line end before a delimiter belongs to the delimiter.
    if (open >= 0) parts.push(body.slice(open, Math.max(open, at >= 2 && body.startsWith('\r\n', at - 2) ? at - 2 : at - 1)));
    open = line.next;
    closed = rest !== '';
  }
  if (!closed || parts.length === 0) throw new Malformed('a multipart does not end');
  return parts;
}

function leafOf(entity, type) {
  const disposition = readContentField(only(entity, 'Content-Disposition') ?? 'inline');
  const attachment = disposition.value === 'attachment';
  if (!attachment && disposition.value !== 'inline') throw new Malformed('a disposition is neither inline nor attachment');
  const encoding = only(entity, 'Content-Transfer-Encoding') ?? '7bit';
  const parameters = ['charset', 'format', 'delsp'].map((name) => [name, plainParameter(type, name)]);
  const filename = decodedParameter(disposition, 'filename');
  const name = decodedParameter(type, 'name');
  if (filename !== undefined && name !== undefined && filename !== name) throw new Malformed('a part has two names');
  const content = decode(encoding, entity.body);
  const text = type.value.startsWith('text/') && !attachment;
  return { ...Object.fromEntries(parameters), attachment, name: filename ?? name, content: text ? canonicalText(content) : content };
}

/** LF line ends, no spaces or tabs at the ends of lines, no empty lines at the end. */
function canonicalText(text) {
  const out = [];
  let emptyLines = 0;
  for (let at = 0, line; at < text.length; at = line.next) {
    line = lineAt(text, at);
    const end = trimmedEnd(text, line);
    if (end === at) {
      emptyLines++;
    } else {
      out.push('\n'.repeat(emptyLines), text.slice(at, end), '\n');
      emptyLines = 0;
    }
  }
  return out.join('');
}
