// What the proof files say about themselves: their imports, the order these give, and words that have no place in a proof.
import fs from 'node:fs';
import path from 'node:path';

const ROOT = 'Countersign';

/** Ways to a theorem that was not proved, or to code that runs inside the checker. */
const FORBIDDEN = ['sorry', 'sorryAx', 'admit', 'stop', 'axiom', 'native_decide', 'unsafe', 'partial', 'implemented_by', 'extern',
  'opaque', 'csimp', 'reduceBool', 'ofReduceBool', 'ofReduceNat', 'trustCompiler', 'skipKernelTC', 'addDecl', 'addDeclWithoutChecking',
  'run_cmd', 'run_elab', 'run_tac', 'run_meta', 'elab', 'elab_rules', 'initialize', 'builtin_initialize', 'evalExpr', '#eval', '#eval!',
  '#exit', 'warningAsError', 'unsafeCast', 'lcProof', 'lcUnreachable'];

/** Every proof file of the project in `folder`, imports before importers; and what is wrong with the set as a whole. */
export function readSources(folder) {
  const modules = new Map([ROOT, ...modulesUnder(folder, ROOT)].map((name) => [name, readModule(folder, name)]));
  const refusals = [];
  const order = orderByImports(modules, refusals);
  for (const name of modules.keys()) {
    if (!order.includes(name)) refusals.push({ kind: 'unreachable', text: `${name} is not imported from ${ROOT}` });
  }
  if (modules.get(ROOT).body.trim() !== '') refusals.push({ kind: 'root', text: `${ROOT}.lean may only import` });
  return { modules, order, refusals };
}

/** The forbidden words outside comments and strings. */
export function forbiddenWords(modules) {
  const refusals = [];
  for (const { file, text } of modules.values()) {
    const seen = new Set(withoutComments(text).match(/#?[A-Za-z_][\w'!?]*/g) ?? []);
    for (const word of FORBIDDEN) {
      if (seen.has(word)) refusals.push({ kind: 'word', text: `${path.basename(file)} says "${word}"` });
    }
  }
  return refusals;
}

/** Names of everything that `name` imports, directly or not. */
export function importsOf(modules, name, seen = new Set()) {
  for (const imported of modules.get(name)?.imports ?? []) {
    if (!seen.has(imported)) importsOf(modules, imported, seen.add(imported));
  }
  return seen;
}

function modulesUnder(folder, module) {
  const under = path.join(folder, ...module.split('.'));
  if (!fs.existsSync(under)) return [];
  return fs.readdirSync(under, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) =>
    entry.isDirectory() ? modulesUnder(folder, `${module}.${entry.name}`)
      : entry.name.endsWith('.lean') ? [`${module}.${entry.name.slice(0, -'.lean'.length)}`] : []);
}

function readModule(folder, name) {
  const file = path.join(folder, ...name.split('.')) + '.lean';
  const text = fs.readFileSync(file, 'utf8');
  const plain = withoutComments(text);
  const header = /^(?:\s*import\s+[\w.]+[ \t]*(?=\n|$))*/.exec(plain)[0];
  return { file, text, imports: [...header.matchAll(/import\s+([\w.]+)/g)].map((found) => found[1]), body: plain.slice(header.length) };
}

function orderByImports(modules, refusals) {
  const order = [];
  const open = new Set();
  const visit = (name, importer) => {
    if (order.includes(name)) return;
    if (open.has(name)) return refusals.push({ kind: 'imports', text: `${name} imports itself through ${importer}` });
    if (!modules.has(name)) return refusals.push({ kind: 'imports', text: `${importer} imports ${name}, which is not here` });
    open.add(name);
    for (const imported of modules.get(name).imports) visit(imported, name);
    order.push(name);
  };
  visit(ROOT, ROOT);
  return order;
}

/** A character literal, so that '"' opens no string. */
const CHARACTER = /^'(\\.|[^\\])'/u;

/** Comments, which nest, and string literals become blanks. */
function withoutComments(text) {
  let out = '';
  let depth = 0;
  for (let i = 0; i < text.length; ) {
    const rest = text.slice(i, i + 2);
    if (rest === '/-') [depth, i] = [depth + 1, i + 2];
    else if (rest === '-/' && depth > 0) [depth, i] = [depth - 1, i + 2];
    else if (depth > 0) { if (text[i] === '\n') out += '\n'; i += 1; }
    else if (rest === '--') while (i < text.length && text[i] !== '\n') i += 1;
    else if (CHARACTER.test(text.slice(i, i + 5))) [out, i] = [out + "' '", i + CHARACTER.exec(text.slice(i, i + 5))[0].length];
    else if (text[i] === '"') {
      for (i += 1; i < text.length && text[i] !== '"'; i += 1) if (text[i] === '\\') i += 1;
      [out, i] = [out + '""', i + 1];
    } else [out, i] = [out + text[i], i + 1];
  }
  return out;
}
