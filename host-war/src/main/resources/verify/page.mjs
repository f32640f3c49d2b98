// The page: takes what people paste, drop or link to, and says in plain words what it is worth. Only text nodes are written.
import { checkClaim } from './claim.mjs';
import { wording } from './wording.mjs';
import { KeysUnreadable, readKeys } from './keys.mjs';
import { verdictOn } from './verdict.mjs';

const MESSAGE_MAX = 64 * 1024 * 1024;
const KEYS_MAX = 1024 * 1024;
const KEYS_URL = '/.well-known/countersign-keys.json';
const TOKEN = /^(?:x-multimail-identity:)?([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;

const element = (id) => document.getElementById(id);
const form = element('form');
const input = element('input');
const file = element('file');
const drop = element('drop');
const keysInput = element('keys-input');

/** The newest question; an answer to an older one is not shown. */
let asked = 0;

class Unusable extends Error {}

async function keys() {
  const pasted = keysInput.value.trim();
  element('keys-source').textContent = pasted === '' ? 'those that this server publishes' : 'those that you pasted';
  if (pasted.length > KEYS_MAX) throw new Unusable('The keys are too long to be keys.');
  if (pasted !== '') return readKeys(pasted);
  let answer;
  try {
    answer = await fetch(KEYS_URL, { cache: 'no-cache', credentials: 'omit' });
  } catch {
    throw new Unusable('The keys of this server could not be fetched. Paste them below “Keys”, or try again.');
  }
  if (!answer.ok) throw new Unusable(`This server did not give its keys (status ${answer.status}). Paste them below “Keys”, or try again.`);
  return readKeys(await answer.text());
}

async function judge(blob) {
  if (!globalThis.crypto?.subtle) throw new Unusable('Browsers check signatures on https:// pages only. Open this page by https://, or use “countersign verify”.');
  if (blob.size > MESSAGE_MAX) throw new Unusable('The message is larger than 64 MiB. Use “countersign verify” for it.');
  const text = blob.size > KEYS_MAX ? '' : await blob.text();
  const token = TOKEN.exec(text.replace(/\s/g, ''))?.[1];
  if (token !== undefined) return { kind: 'token', ...(await checkClaim(token, await keys())) };
  const header = headersOnly(text);
  if (header !== null) return { kind: 'header', ...(await checkClaim(header, await keys())) };
  return { kind: 'message', ...(await verdictOn(new Uint8Array(await blob.arrayBuffer()), await keys())) };
}

/** The claim among headers that were copied without their message; null if there is a message, or no claim. */
function headersOnly(text) {
  const lines = text.trim().split(/\r\n|\r|\n/);
  if (text === '' || lines.includes('')) return null;
  const unfolded = lines.join('\n').replace(/\n[ \t]+/g, '').split('\n');
  const found = unfolded.filter((line) => /^x-multimail-identity:/i.test(line));
  return found.length === 1 ? found[0].slice(found[0].indexOf(':') + 1) : null;
}

async function answer(blob) {
  const question = ++asked;
  let words;
  try {
    words = wording(await judge(blob));
  } catch (error) {
    if (!(error instanceof Unusable || error instanceof KeysUnreadable)) throw error;
    words = { look: 'bad', title: 'Not checked', summary: error.message, facts: [], reasons: [], proven: [], unproven: [] };
  }
  if (question === asked) show(words);
}

function show({ look, title, summary, facts, reasons, proven, unproven }) {
  const result = element('result');
  result.dataset.kind = look;
  element('verdict').textContent = title;
  element('summary').textContent = summary;
  element('facts').replaceChildren(...facts.flatMap(([name, value, more]) => [make('dt', name), fact(value, more)]));
  for (const [id, lines] of Object.entries({ reasons, proven, unproven })) {
    element(id).replaceChildren(...lines.map((line) => make('li', line)));
    element(`${id}-block`).hidden = lines.length === 0;
  }
  result.hidden = false;
  result.focus({ preventScroll: true });
  result.scrollIntoView({ block: 'nearest' });
}

function make(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function fact(value, more) {
  const made = document.createElement('dd');
  const text = document.createElement('bdi');
  text.textContent = value;
  made.append(text);
  if (more) made.append(make('small', more));
  return made;
}

function fromFragment() {
  const token = location.hash.slice(1);
  if (token === '') return;
  input.value = token;
  answer(new Blob([token]));
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (file.files.length > 0) answer(file.files[0]);
  else if (input.value.trim() !== '') answer(new Blob([input.value]));
  else input.focus();
});
form.addEventListener('reset', () => {
  asked++;
  element('result').hidden = true;
});
input.addEventListener('input', () => { file.value = ''; });
file.addEventListener('change', () => {
  if (file.files.length === 0) return;
  input.value = '';
  answer(file.files[0]);
});
drop.addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.classList.add('over');
});
drop.addEventListener('dragleave', () => drop.classList.remove('over'));
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  const dropped = event.dataTransfer.files[0];
  if (dropped === undefined) return;
  input.value = '';
  file.value = '';
  answer(dropped);
});
addEventListener('hashchange', fromFragment);
fromFragment();
