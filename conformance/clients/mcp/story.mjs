// node story.mjs http|stdio TARGET
// An agent and its overseer, each with a client of their own and no other way in. Writes a line when
// it waits for mail, and what it saw when it is done.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { call, connect } from './connect.mjs';

const [way, target] = process.argv.slice(2);
const { AGENT_KEY, OVERSIGHT_KEY, MAILBOX_ID, SENDER, RECIPIENT } = process.env;
const agent = await connect(way, target, AGENT_KEY);
const overseer = await connect(way, target, OVERSIGHT_KEY);
const mailbox_id = MAILBOX_ID;

async function awaitStatus(email_id, wanted) {
  for (;;) {
    const email = JSON.parse((await call(agent, 'read_email', { email_id, mailbox_id }))[0]);
    if (email.status === wanted) return email;
    assert.notEqual(email.status, 'send_failed');
    await pause(200);
  }
}

async function waiting(email_id) {
  const [facts, , ...bodies] = await call(overseer, 'list_pending', { mailbox: mailbox_id, limit: 100 });
  const { emails } = JSON.parse(facts);
  const at = emails.findIndex((email) => email.message_id === email_id);
  assert.notEqual(at, -1, 'the message waits for a person');
  return { email: emails[at], body: bodies[at] };
}

// Wait, and hear how long it has been.
let progress = 0;
const waited = call(
  agent,
  'wait_for_email',
  { timeout_seconds: 120, filter: { sender: SENDER }, mailbox_id },
  {
    timeout: 150_000,
    onprogress: () => {
      progress += 1;
      if (progress === 1) process.stdout.write('waiting\n');
    },
  },
);
const arrived = JSON.parse((await waited)[0]);
assert.equal(arrived.timed_out, false);
const letter = arrived.emails[0];

// Read it: what is known, and apart from it what the stranger wrote.
const [facts, body] = await call(agent, 'read_email', { email_id: letter.id, mailbox_id });
assert.equal(JSON.parse(facts).markdown, undefined);
assert.match(body, /^--- BEGIN UNTRUSTED EMAIL BODY [0-9a-f]{16} /);

// Answer it, and be told to do better.
const draft = { to: [RECIPIENT], subject: 'The report', mailbox_id };
const first = JSON.parse((await call(agent, 'send_email', { ...draft, markdown: 'Soon.' }))[0]);
await awaitStatus(first.id, 'pending_send_approval');
const held = await waiting(first.id);
assert.match(held.body, /Soon\./);
const uri = `countersign://pending/${held.email.id}`;
const listed = await overseer.listResources();
assert.ok(listed.resources.some((resource) => resource.uri === uri));
const resource = await overseer.readResource({ uri });
assert.match(resource.contents[1].text, /Soon\./);
const note = 'Say by when.';
await call(overseer, 'decide_email', { email_id: first.id, action: 'reject', reason: note });
const rejected = await awaitStatus(first.id, 'rejected');
assert.equal(rejected.rejection_note, note);

// Do better, and be approved.
const revised = { ...draft, markdown: 'It comes on Friday.' };
const second = JSON.parse((await call(agent, 'send_email', revised))[0]);
await awaitStatus(second.id, 'pending_send_approval');
const again = await waiting(second.id);
await call(overseer, 'decide_email', {
  email_id: second.id,
  action: 'approve',
  reason: 'checked',
  digest: again.email.digest,
});
await awaitStatus(second.id, 'sent');

// What the agent may not do, it is neither shown nor given.
const { tools } = await agent.listTools();
assert.ok(!tools.some((tool) => tool.name === 'decide_email'));
await assert.rejects(
  call(agent, 'decide_email', { email_id: second.id, action: 'approve' }),
  /needs the scope oversight/,
);
assert.deepEqual((await agent.listResources()).resources, []);

await agent.close();
await overseer.close();
process.stdout.write(JSON.stringify({ progress, sent: second.id, rejected: first.id }) + '\n');
