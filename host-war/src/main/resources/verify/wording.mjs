// Verdicts in plain words: what is proven, what is not, what failed.
import { OVERSIGHT, REASONS } from './reasons.mjs';

const FORWARDED = 'That this message is what was sent: a forwarder or a mailing list may have changed it, or somebody put an old claim on another mail.';

/** @returns {{look: string, title: string, summary: string, facts: string[][], reasons: string[], proven: string[], unproven: string[]}} */
export function wording(result) {
  if (result.kind !== 'message') return claimAlone(result);
  switch (result.verdict) {
    case 'verified': return verified(result);
    case 'unsigned': return page('bad', 'Not signed', 'The message carries no signed identity. Anybody could have written it.', {});
    default: return result.claim ? forwarded(result) : refused(result);
  }
}

function verified({ agent_id, tenant_id, oversight_mode, tenant_kid, claim, claim_kid }) {
  return page('good', 'Verified', 'The message is, word for word, what the sender signed.', {
    facts: [
      ['Agent', agent_id], ['For', tenant_id], ['Oversight', oversight_mode, OVERSIGHT[oversight_mode]],
      ...claimFacts(claim, ['oversight']), ['Tenant’s key', tenant_kid], ...(claim ? [['Service’s key', claim_kid]] : []),
    ],
    proven: [
      'Sender, recipients, subject, date, text and files are as they were signed.',
      'The tenant’s key signed them, and names the agent and its oversight.',
      ...(claim ? [`The service vouches for the operator${claim.ai_generated ? ' and says that the message was written by an AI agent' : ''}.`] : []),
    ],
    unproven: [
      ...(claim ? [] : ['Whether an AI wrote it: the mailbox does not disclose that.']),
      ...(claim && !claim.verified_operator ? ['The operator’s identity was not checked by the service.'] : []),
      'That what the message says is true.',
    ],
  });
}

function forwarded({ claim, claim_kid, reasons }) {
  return page('part', 'The claim is genuine, the message is not as it was signed',
    'The service did vouch for this sender, but not for this message as it now is.', {
      facts: [...claimFacts(claim, []), ['Service’s key', claim_kid]],
      reasons: reasons.map(sentence),
      proven: ['The service vouched for this operator and its oversight at that time.'],
      unproven: [FORWARDED],
    });
}

function refused({ reasons }) {
  return page('bad', 'Not verified', 'Do not rely on what this message says about its sender.', { reasons: reasons.map(sentence) });
}

function claimAlone({ claim, kid, reason }) {
  if (reason) return page('bad', 'Not verified', 'Do not rely on this claim.', { reasons: [sentence(reason)] });
  return page('part', 'The claim is genuine', 'The service vouched for this sender. Which message it stood in cannot be told from the claim alone.', {
    facts: [...claimFacts(claim, []), ['Service’s key', kid]],
    proven: ['The service vouched for this operator and its oversight at that time.'],
    unproven: ['Any message: drop the whole .eml file to check that the claim belongs to it.'],
  });
}

function claimFacts(claim, without) {
  if (!claim) return [];
  const facts = [
    ['ai', ['Written by AI', claim.ai_generated ? 'yes' : 'no']],
    ['operator', ['Operator', claim.operator, claim.verified_operator ? 'identity checked by the service' : 'identity not checked']],
    ['oversight', ['Oversight', claim.oversight, OVERSIGHT[claim.oversight]]],
    ['capabilities', ['May', claim.capabilities.join(', ')]],
    ['iat', ['Signed', new Date(claim.iat * 1000).toISOString().replace('.000Z', 'Z')]],
    ['created', ['Mailbox since', claim.created]],
    ['service', ['Service', claim.service]],
    ['reputation', ['Reputation hash', claim.reputation_hash]],
  ];
  return facts.filter(([name]) => !without.includes(name)).map(([, fact]) => fact);
}

function sentence(code) {
  return REASONS[code] ?? code;
}

function page(look, title, summary, { facts = [], reasons = [], proven = [], unproven = [] }) {
  return { look, title, summary, facts, reasons, proven, unproven };
}
