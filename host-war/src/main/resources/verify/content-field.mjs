// Content-Type and Content-Disposition (RFC 2045 §5.1, RFC 2183) without comments, and encoded parameters (RFC 2231).
import { bytesOf } from './bytes.mjs';
import { Malformed } from './entity.mjs';

const TOKEN = "[!#$%&'*+.0-9A-Z^_`a-z{|}~-]+";
const VALUE = new RegExp(`${TOKEN}(?:/${TOKEN})?`, 'y');
const PARAMETER = new RegExp(`[ \\t]*;[ \\t]*(${TOKEN})[ \\t]*=[ \\t]*(?:(${TOKEN})|"((?:[^"\\\\]|\\\\[\\s\\S]){0,2000})")`, 'y');
const END = /[ \t]*;?[ \t]*$/y;

/** @returns {{value: string, parameters: Map<string, string>}} value and names in lower case */
export function readContentField(text) {
  const value = match(VALUE, text, 0)?.[0];
  if (value === undefined) throw new Malformed('a content header has another form');
  const parameters = new Map();
  let at = value.length;
  for (let found; (found = match(PARAMETER, text, at)) !== null; at = PARAMETER.lastIndex) {
    const name = found[1].toLowerCase();
    if (parameters.has(name)) throw new Malformed('a content header has a parameter twice');
    parameters.set(name, found[2] ?? found[3].replace(/\\([\s\S])/g, '$1'));
  }
  if (match(END, text, at) === null) throw new Malformed('a content header has another form');
  return { value: value.toLowerCase(), parameters };
}

function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A parameter that has no encoded form beside or instead of its plain one; undefined if it is not there. */
export function plainParameter({ parameters }, name) {
  for (const other of parameters.keys()) {
    if (other.startsWith(`${name}*`)) throw new Malformed(`the parameter ${name} is encoded`);
  }
  const text = parameters.get(name);
  if (text !== undefined && /[^\x00-~]/.test(text)) throw new Malformed(`the parameter ${name} is not ASCII`);
  return text;
}

/** A parameter's text, decoded if it is encoded; undefined if it is not there. */
export function decodedParameter({ parameters }, name) {
  const forms = [...parameters.keys()].filter((key) => key === name || key.startsWith(`${name}*`)).length;
  if (forms === 0) return undefined;
  const pieces = pieceList(parameters, name);
  if (pieces.length !== forms) throw new Malformed(`the parameter ${name} stands in two forms`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(pieces.join('')));
  } catch {
    throw new Malformed('a parameter is not UTF-8');
  }
}

function pieceList(parameters, name) {
  if (parameters.has(name)) return [parameters.get(name)];
  if (parameters.has(`${name}*`)) return [percentDecoded(parameters.get(`${name}*`), true)];
  const encoded = parameters.has(`${name}*0*`);
  const pieces = [];
  for (;;) {
    const section = `${name}*${pieces.length}`;
    if (parameters.has(section)) pieces.push(parameters.get(section));
    else if (encoded && parameters.has(`${section}*`)) pieces.push(percentDecoded(parameters.get(`${section}*`), pieces.length === 0));
    else return pieces;
  }
}

function percentDecoded(text, first) {
  let rest = text;
  if (first) {
    const charset = /^(?:utf-8|us-ascii)'[^']*'([\s\S]*)$/i.exec(text);
    if (charset === null) throw new Malformed('a parameter is in another charset than UTF-8');
    rest = charset[1];
  }
  if (/%(?![0-9A-Fa-f]{2})/.test(rest)) throw new Malformed('a parameter is not percent-encoded');
  return rest.replace(/%(..)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}
