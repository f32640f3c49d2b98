// Rewrites the package's JavaScript loader so that Lean starts in seconds instead of minutes. Each edit must match
// exactly once, so another version of the package stops the check instead of being edited wrongly.
import fs from 'node:fs';
import path from 'node:path';

/** Writes the rewritten loader of the package in `lean` to `out`. */
export function writeLoader(lean, out) {
  const original = fs.readFileSync(path.join(lean, 'lean.js'), 'utf8');
  const edited = [dropUnusedVariables, findSymbolsByMap, growTableOnce, linkByPrototype, mountOnlyRoots, sizeThreadPool]
    .reduce((text, edit) => edit(text), original);
  fs.writeFileSync(out, edited);
}

function once(text, from, to) {
  const at = text.indexOf(from);
  if (at < 0 || text.indexOf(from, at + 1) >= 0) throw new Error(`the loader is not the expected one: ${from.slice(0, 60)}`);
  return text.slice(0, at) + to + text.slice(at + from.length);
}

/** 88 of its 90 MB declare one variable for each export; nearly none is read. */
function dropUnusedVariables(text) {
  const from = text.indexOf('var _main,_lean_main,');
  const assign = text.indexOf('function assignWasmExports(wasmExports){', from);
  const rest = text.indexOf('var wasmImports;function assignWasmImports(){', assign);
  if (from < 0 || assign < 0 || rest < 0) throw new Error('the loader is not the expected one: its layout');
  const head = text.slice(0, from);
  const tail = text.slice(rest);
  const used = new Set();
  for (const word of (head + tail).matchAll(/[A-Za-z_$][\w$]*/g)) used.add(word[0]);
  const variables = text.slice(from + 'var '.length, assign).replace(/;\s*$/, '').split(',').filter((name) => used.has(name));
  const assignments = text.slice(text.indexOf('{', assign) + 1, rest - 1).split(';')
    .filter((statement) => used.has(/^([\w$]+)=/.exec(statement)?.[1]));
  return `${head}var ${variables.join(',')};function assignWasmExports(wasmExports){${assignments.join(';')}}${tail}`;
}

/** A symbol was looked up by a linear scan over 200,000 names. */
function findSymbolsByMap(text) {
  const found = once(text, 'newSymIndex=Object.keys(lib.exports).indexOf(symbol);',
    'if(lib.exports===wasmImports){newSymIndex=symbol in wasmImports?0:-1}' +
    'else if(!Object.prototype.hasOwnProperty.call(lib.exports,symbol)){newSymIndex=-1}' +
    'else{var kx=lib.keyIndex;if(!kx||!kx.has(symbol)){' +
    'kx=lib.keyIndex=new Map(Object.keys(lib.exports).map((k,i)=>[k,i]))}newSymIndex=kx.get(symbol)}');
  // With the prototype chain below there is no index to remember for the main program's own symbols.
  return once(found, 'result=addFunction(result,result.sig);(growMemViews(),HEAPU32)[symbolIndex>>2]=newSymIndex',
    'if(lib.exports===wasmImports){err("dlsym: not in table: "+symbol);dlSetError("not in table");return 0}' +
    'result=addFunction(result,result.sig);(growMemViews(),HEAPU32)[symbolIndex>>2]=newSymIndex');
}

/** All exported functions enter the table by one growth, and only the entries that the program imports are resolved. */
function growTableOnce(text) {
  return once(text, 'var updateGOT=(exports,replace)=>{for(var symName in exports){',
    'var updateGOT=(exports,replace)=>{if(!replace&&exports===mainExports){getFunctionAddress(Object);var miss=[];' +
    'for(var k in exports){var v=exports[k];if(typeof v=="function"&&!functionsInTableMap.has(v)&&!isInternalSym(k)){' +
    'functionsInTableMap.set(v,wasmTable.length+miss.length);miss.push(v)}}' +
    'var base=wasmTable.grow(miss.length);for(var i=0;i<miss.length;i++){wasmTable.set(base+i,miss[i])}' +
    'for(var k in GOT){if(GOT[k].value==-1&&!isInternalSym(k)){var v=exports[k];' +
    'if(typeof v=="function"){GOT[k].value=functionsInTableMap.get(v)}' +
    'else if(v!==undefined&&typeof v.value=="number"){GOT[k].value=v.value}}}return}for(var symName in exports){');
}

/** The program's exports are reached through the prototype chain instead of being copied one by one. */
function linkByPrototype(text) {
  const linked = once(text, 'mergeLibSymbols(wasmExports,"main");',
    'mainExports=wasmExports;for(var k of Object.keys(wasmImports)){' +
    'if(wasmImports[k]===undefined||wasmImports[k].stub){if(k in wasmExports)delete wasmImports[k]}}' +
    'Object.setPrototypeOf(wasmImports,wasmExports);wasmImports.main=wasmExports.__main_argc_argv;');
  return once(linked, 'var mergeLibSymbols=', 'var mainExports;var mergeLibSymbols=');
}

/** Lean sees exactly the folders named in LEAN_ROOTS, wherever they lie; as shipped it sees all of /home and /tmp only. */
function mountOnlyRoots(text) {
  return once(text, 'FS.mount(NODEFS,{root:"/home"},"/home");FS.mount(NODEFS,{root:"/tmp"},"/tmp");',
    'for(var r of process.env.LEAN_ROOTS.split("\\n")){FS.mkdirTree(r);FS.mount(NODEFS,{root:r},r)}');
}

function sizeThreadPool(text) {
  return once(text, 'var pthreadPoolSize=4;', 'var pthreadPoolSize=2;');
}
