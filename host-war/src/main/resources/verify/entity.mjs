// Header fields and body of a message or part (RFC 5322), read strictly: what readers could take differently is malformed.

export class Malformed extends Error {}

/** One line from `start`: it ends before CRLF, LF, CR or the end of the text, and the next one starts at `next`. */
export function lineAt(text, start) {
  let end = start;
  while (end < text.length && text[end] !== '\r' && text[end] !== '\n') end++;
  const next = text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
  return { start, end, next };
}

/** Where the line ends when spaces and tabs at its end do not count. */
export function trimmedEnd(text, { start, end }) {
  let at = end;
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

/** @returns {{fields: {name: string, value: string}[], body: string}} values without line ends */
export function readEntity(text) {
  const fields = [];
  let open = [];
  let at = 0;
  while (at < text.length) {
    const line = lineAt(text, at);
    at = line.next;
    if (line.start === line.end) break;
    const folded = text[line.start] === ' ' || text[line.start] === '\t';
    if (trimmedEnd(text, line) === line.start || (folded && open.length === 0)) throw new Malformed('a header line has no field');
    if (!folded) open = close(open, fields);
    open.push(text.slice(line.start, line.end));
  }
  close(open, fields);
  return { fields, body: text.slice(at) };
}

function close(open, fields) {
  if (open.length === 0) return open;
  const text = open.join('');
  const colon = text.indexOf(':');
  if (colon < 1 || !/^[!-~]+$/.test(text.slice(0, colon))) throw new Malformed('a header line has no field name');
  if (text.includes('\0')) throw new Malformed('a header field contains NUL');
  fields.push({ name: text.slice(0, colon), value: text.slice(colon + 1) });
  return [];
}

// RFC 6376 §3.4.2
function relaxed(value) {
  const spaced = value.replace(/[ \t]+/g, ' ');
  const end = spaced.length - (spaced.endsWith(' ') ? 1 : 0);
  return spaced.slice(spaced.startsWith(' ') && end > 0 ? 1 : 0, end);
}

/** The relaxed values of all fields of this name, top down. */
export function values(entity, name) {
  return named(entity, name).map(({ value }) => relaxed(value));
}

/** The value of the only field of this name without spaces at its ends, or undefined; a name in quotes may have two spaces together. */
export function only(entity, name) {
  const all = named(entity, name);
  if (all.length > 1) throw new Malformed(`the header ${name} is there twice`);
  if (all.length === 0) return undefined;
  const { value } = all[0];
  const end = trimmedEnd(value, { start: 0, end: value.length });
  return value.slice(0, end).replace(/^[ \t]+/, '');
}

function named({ fields }, name) {
  const wanted = name.toLowerCase();
  return fields.filter((field) => field.name.toLowerCase() === wanted);
}
