// The verification of one message, in the order of docs/identity.md.
import { textOf } from './bytes.mjs';
import { checkClaim } from './claim.mjs';
import { Malformed, readEntity, values } from './entity.mjs';
import { objection, signerAmong } from './keys.mjs';
import { secondsOf } from './message-date.mjs';
import { fromDerHex } from './signature.mjs';
import { signedText } from './signed-text.mjs';

const PLAIN = ['X-MultiMail-Agent-Id', 'X-MultiMail-Tenant', 'X-MultiMail-Oversight-Mode', 'X-MultiMail-Signature'];
const ALL = ['X-AI-Generated', 'X-MultiMail-Identity', ...PLAIN];
const ID = /^[A-Za-z0-9_]{1,64}$/;
const MODE = /^[a-z_]{1,32}$/;

/**
 * @param {Uint8Array} bytes the message as it was received
 * @param {object[]} keys as readKeys gives them
 * @returns {Promise<object>} verdict ("verified", "refused" or "unsigned"), reasons, and what is proven of agent_id, tenant_id,
 *   oversight_mode, tenant_kid, claim, claim_kid; a claim without a verified message says only whom the service vouched for
 */
export async function verdictOn(bytes, keys) {
  let message;
  try {
    message = readEntity(textOf(bytes));
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return textOf(bytes).toLowerCase().includes('x-multimail-') ? refused(['message_malformed']) : { verdict: 'unsigned' };
  }
  const reasons = [];
  const headers = readHeaders(message, reasons);
  const anySigned = [...headers.keys()].some((name) => name !== 'X-AI-Generated');
  if (!anySigned && reasons.length === 0) return { verdict: 'unsigned' };
  const claim = await claimOf(headers, keys, reasons);
  const agent = agentOf(headers, reasons);
  const kid = agent && (await signedBy(message, headers, agent, keys, reasons));
  if (agent) compareClaim(headers, agent, claim, reasons);
  if (reasons.length > 0) return refused(reasons, claim);
  return { verdict: 'verified', ...agent, tenant_kid: kid, ...claim };
}

function refused(reasons, claim) {
  return { verdict: 'refused', reasons, ...claim };
}

function readHeaders(message, reasons) {
  const headers = new Map();
  for (const name of ALL) {
    const all = values(message, name);
    if (all.length > 1) reasons.push('header_repeated');
    else if (all.length === 1) headers.set(name, all[0]);
  }
  return headers;
}

async function claimOf(headers, keys, reasons) {
  const token = headers.get('X-MultiMail-Identity');
  if (token === undefined) return undefined;
  const { claim, kid, reason } = await checkClaim(token, keys);
  if (reason === undefined) return { claim, claim_kid: kid };
  reasons.push(reason);
  return undefined;
}

function agentOf(headers, reasons) {
  if (!PLAIN.every((name) => headers.has(name))) {
    reasons.push('header_missing');
    return null;
  }
  const [agent_id, tenant_id, oversight_mode] = PLAIN.map((name) => headers.get(name));
  if (ID.test(agent_id) && ID.test(tenant_id) && MODE.test(oversight_mode)) return { agent_id, tenant_id, oversight_mode };
  reasons.push('agent_identity_malformed');
  return null;
}

async function signedBy(message, headers, { tenant_id: tenant }, keys, reasons) {
  const refuse = (reason) => void reasons.push(reason);
  const signature = fromDerHex(headers.get('X-MultiMail-Signature'));
  if (signature === null) return refuse('signature_malformed');
  // No tenant is called like the service.
  const candidates = keys.filter(({ owner }) => owner === tenant && owner !== 'service');
  if (candidates.length === 0) return refuse('tenant_key_unknown');
  let signed;
  try {
    signed = await signedText(message);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return refuse('message_malformed');
  }
  const key = await signerAmong(candidates, signature, signed);
  if (key === undefined) return refuse('signature_invalid');
  const dates = values(message, 'Date');
  const reason = objection(key, dates.length === 1 ? secondsOf(dates[0]) : null);
  return reason === null ? key.kid : refuse(reason);
}

// The signature covers all of these; they can only differ if the signer itself erred or lied.
function compareClaim(headers, agent, valid, reasons) {
  if (valid !== undefined && valid.claim.oversight !== agent.oversight_mode) reasons.push('claim_oversight_differs');
  const marked = headers.get('X-AI-Generated') === 'true';
  const claimed = valid?.claim.ai_generated ?? false;
  const judged = valid !== undefined || !headers.has('X-MultiMail-Identity');
  if (judged && marked !== claimed) reasons.push('disclosure_differs');
}
