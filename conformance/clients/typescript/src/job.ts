// A whole job: an agent hands a message in, it waits for a person, the person approves, it leaves.
import { ApiError, countersign, data } from "./client.js";

function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`set ${name}`);
  }
  return value;
}

const url = needed("COUNTERSIGN_URL");
const agent = countersign(url, needed("AGENT_KEY"));
const person = countersign(url, needed("OVERSIGHT_KEY"));
const mailbox = needed("MAILBOX_ID");

const sent = data(
  await agent.POST("/v1/mailboxes/{id}/send", {
    params: { path: { id: mailbox } },
    body: { to: needed("RECIPIENT"), subject: "Q1", markdown: "Here is the **summary**." },
  }),
);
console.log(`sent ${sent.id}: ${sent.status}`);

async function status(): Promise<string> {
  const email = data(await agent.GET("/v1/emails/{email}", { params: { path: { email: sent.id } } }));
  return email.status;
}

async function awaited(wanted: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await status()) === wanted) {
      console.log(`now ${wanted}`);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`not ${wanted}, but ${await status()}`);
}

await awaited("pending_send_approval");

const pending = data(await person.GET("/v1/oversight/pending"));
const item = pending.items.find((each) => each.message_id === sent.id);
if (item === undefined) {
  throw new Error("the message is not in the approver's queue");
}
console.log(`to be decided: ${item.subject} to ${item.to.join(", ")}, risk ${item.domain_intelligence.risk_score}`);

try {
  data(await agent.POST("/decide_email", { body: { message_id: item.id, decision: "approve" } }));
  throw new Error("an agent decided");
} catch (error) {
  if (!(error instanceof ApiError)) {
    throw error;
  }
  console.log(`an agent may not: ${error.status} ${error.refusal.code}`);
}

const decided = data(
  await person.POST("/decide_email", {
    body: { message_id: item.id, decision: "approve", approver_note: "checked", digest: item.digest },
  }),
);
console.log(`decided: ${decided.status}`);
await awaited("sent");
