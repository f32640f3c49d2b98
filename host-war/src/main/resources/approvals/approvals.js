// The approver's page. Everything that comes from the server is shown as text, except the HTML part
// of a message, which goes into a sandboxed frame that may do nothing at all.

const REFRESH_MS = 10_000;
const KEY = "countersign.key";
// Characters that reverse or hide text: shown by their number, so that nobody is misled by them.
const TRICKS = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u;
// What mail programs do not show either; the frame's policy would block it anyway.
const NOT_SHOWN = "script, noscript, template, link, meta, base, iframe, frame, object, embed, portal";

const policy = window.trustedTypes?.createPolicy("message", {createHTML: (html) => html});
const trusted = (html) => policy ? policy.createHTML(html) : html;
const $ = (id) => document.getElementById(id);

let items = [];
let openId = null;
let showHtml = true;
let deciding = false;
let asked = 0;
let pages = 1;
let more = false;

// ---- Elements ----

function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("aria-") || ["sandbox", "for", "role"].includes(name)) node.setAttribute(name, value);
    else node[name] = value;
  }
  node.append(...children.filter((child) => child !== null && child !== ""));
  return node;
}

/** Text of a stranger: isolated in its direction, with its tricks made visible. */
function plain(text) {
  const shown = element("bdi");
  for (const part of String(text ?? "").split(new RegExp(`(${TRICKS.source})`, "u"))) {
    if (part.length === 1 && TRICKS.test(part)) {
      const number = part.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
      shown.append(element("span", {className: "mark", title: "an invisible character"}, `U+${number}`));
    } else if (part) {
      shown.append(part);
    }
  }
  return shown;
}

/** An address; a domain in other scripts also as it is looked up, because letters can look alike. */
function address(text) {
  const shown = plain(text);
  const domain = String(text).replace(/>\s*$/, "").split("@").pop();
  if (/[^\x00-\x7f]/.test(domain)) {
    try {
      shown.append(` (${new URL(`http://${domain}`).hostname})`);
    } catch {
      shown.append(" (not a possible domain)");
    }
  }
  return shown;
}

/** Without the display name, which anybody may choose. */
const bare = (text) => /<([^<>]+)>\s*$/.exec(String(text ?? ""))?.[1] ?? text;

// ---- Words ----

const list = (value) => Array.isArray(value) ? value : value ? [value] : [];
const incoming = (item) => item.status === "pending_inbound_approval" || item.direction === "inbound";
const needed = (item) => item.required_approvals ?? 1;
const given = (item) => Array.isArray(item.approvals) ? item.approvals.length : item.approvals ?? 0;
const recipients = (item) => [...list(item.to), ...list(item.cc), ...list(item.bcc)];

function span(milliseconds) {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  if (minutes < 1) return "less than a minute";
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} h`;
  return `${Math.round(minutes / 1440)} days`;
}

function time(value, words) {
  const at = new Date(value);
  if (!value || Number.isNaN(at.getTime())) return null;
  return element("time", {dateTime: at.toISOString(), title: at.toLocaleString()}, words(at.getTime()));
}

const age = (item) => time(item.created_at ?? item.received_at, (at) => `${span(Date.now() - at)} ago`);
const deadline = (item) => time(item.deadline, (at) =>
    at > Date.now() ? `in ${span(at - Date.now())}, then it expires` : "over: it has expired");
const leaving = (item) => time(item.send_at, (at) =>
    at > Date.now() ? `not before ${new Date(at).toLocaleString()}` : "as soon as it is approved");

function size(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

function risk(item) {
  const score = item.domain_intelligence?.risk_score;
  const dmarc = item.domain_intelligence?.dmarc_policy;
  const why = item.domain_intelligence?.summary;
  const flagged = item.domain_intelligence?.flagged ?? score >= 0.3;
  const words = typeof score === "number"
      ? `${!flagged ? "low" : score < 0.6 ? "raised" : "high"} (${score} of 1)`
      : why ? "not established" : "not established: nobody has checked the recipients’ domains";
  const policy = dmarc && !why?.includes("DMARC") ? `; DMARC policy ${dmarc}` : "";
  return why ? `${words}. ${item.domain_intelligence.domain}: ${why}${policy}` : `${words}${policy}`;
}

const progress = (item) => needed(item) > 1 ? `${given(item)} of ${needed(item)} approvals` : "";

// ---- Notices ----

function say(place, text) {
  $(place).textContent = text;
  $(place).hidden = !text;
}

// ---- Server ----

class Refused extends Error {
  constructor(status, answer) {
    super(answer?.error ?? `The server answered ${status}.`);
    this.status = status;
    this.code = answer?.code;
  }
}

async function ask(path, options = {}) {
  const response = await fetch(path, {
    ...options,
    cache: "no-store",
    credentials: "omit",
    headers: {
      "Authorization": `Bearer ${sessionStorage.getItem(KEY)}`,
      "Accept": "application/json",
      ...options.headers,
    },
  });
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
}

/** The first pages of the queue, as many as the reader has asked for. */
async function queue() {
  const waiting = [];
  let total = 0;
  let cursor = null;
  for (let page = 0; page < pages && (page === 0 || cursor); page++) {
    const answer = await ask(`/v1/oversight/pending${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ""}`);
    waiting.push(...(answer.items ?? answer.emails ?? []));
    total = answer.total ?? waiting.length;
    cursor = answer.cursor ?? null;
  }
  return {waiting, total, more: Boolean(cursor)};
}

async function refresh() {
  if (!sessionStorage.getItem(KEY) || deciding) return;
  const turn = ++asked;
  try {
    const answer = await queue();
    // A later question, a decision or a sign-out may have overtaken this answer.
    if (turn !== asked || deciding || !sessionStorage.getItem(KEY)) return;
    items = answer.waiting;
    more = answer.more;
    say("alert", "");
    showQueue(answer.total);
  } catch (failure) {
    if (turn !== asked) return;
    if (failure instanceof Refused && (failure.status === 401 || failure.status === 403)) {
      signOut();
      say("alert", failure.status === 401
          ? "This key is not valid. Paste an oversight key."
          : `This key cannot decide: ${failure.message}`);
    } else {
      say("alert", failure instanceof Refused ? failure.message
          : "The server cannot be reached; what you see may be old. Trying again.");
    }
  }
}

// ---- Signing in and out ----

function signIn(event) {
  event.preventDefault();
  const key = $("key").value.trim();
  $("key").value = "";
  if (!/^[\x21-\x7e]+$/.test(key)) {
    say("alert", "That is not a key: a key is one word, such as mm_live_….");
    return;
  }
  sessionStorage.setItem(KEY, key);
  say("alert", "");
  refresh();
}

function signOut() {
  sessionStorage.removeItem(KEY);
  asked++;
  items = [];
  pages = 1;
  openId = null;
  say("result", "");
  say("alert", "");
  $("items").replaceChildren();
  $("message").replaceChildren();
  for (const id of ["queue", "message", "count", "sign-out"]) $(id).hidden = true;
  $("sign-in").hidden = false;
  document.body.dataset.view = "sign-in";
  $("key").focus();
}

// ---- The queue ----

function showQueue(total) {
  const first = $("queue").hidden;
  $("sign-in").hidden = true;
  $("queue").hidden = false;
  $("sign-out").hidden = false;
  say("count", total === 0 ? "" : `${total} ${total === 1 ? "waits" : "wait"}`);
  document.title = `${total ? `(${total}) ` : ""}Approvals · Countersign`;
  $("empty").hidden = items.length > 0;
  $("more").hidden = !more;
  const focused = document.activeElement?.dataset?.id;
  $("items").replaceChildren(...items.map(row));
  if (first) document.body.dataset.view = "queue";
  if (first || focused) rowOf(focused ?? items[0]?.id)?.focus({preventScroll: !first});
  keepOpen();
}

const rowOf = (id) => [...document.querySelectorAll(".item")].find((node) => node.dataset.id === id);

function row(item) {
  const to = list(item.to);
  const more = recipients(item).length - 1;
  const button = element("button", {type: "button", className: "item", onclick: () => open(item.id)},
      element("span", {className: "line"},
          element("span", {className: "to"}, incoming(item) ? "From " : "To ",
              plain(bare(incoming(item) ? item.from : to[0])), !incoming(item) && more > 0 ? ` and ${more} more` : ""),
          element("span", {className: "when"}, age(item))),
      element("span", {className: "subject"}, plain(item.subject || "(no subject)")),
      element("span", {className: "about"}, plain(item.mailbox ?? item.from),
          progress(item) ? ` · ${progress(item)}` : ""));
  button.dataset.id = item.id;
  button.setAttribute("aria-current", String(item.id === openId));
  return element("li", {}, button);
}

/** What is being read stays as it is; if it has changed or gone, the reader is told. */
function keepOpen() {
  if (!openId) return;
  const shown = $("message").dataset.digest;
  const now = items.find((item) => item.id === openId);
  if (!now) {
    stale("This message does not wait any more: somebody decided, it was cancelled, or its time is over.");
  } else if ((now.digest ?? "") !== shown) {
    stale("This message has changed since you opened it. Open it again before you decide.");
  }
}

function stale(words) {
  for (const button of document.querySelectorAll(".decide button")) button.disabled = true;
  say("alert", words);
}

// ---- One message ----

function open(id) {
  const item = items.find((one) => one.id === id);
  if (!item) return;
  openId = id;
  showHtml = Boolean(item.html);
  say("result", "");
  say("alert", "");
  for (const node of document.querySelectorAll(".item")) {
    node.setAttribute("aria-current", String(node.dataset.id === id));
  }
  const message = $("message");
  message.dataset.digest = item.digest ?? "";
  message.replaceChildren(element("div", {className: "scroll"}, ...parts(item)), decision(item));
  message.hidden = false;
  document.body.dataset.view = "message";
  $("subject").focus({preventScroll: true});
}

function close() {
  const id = openId;
  openId = null;
  $("message").hidden = true;
  $("message").replaceChildren();
  document.body.dataset.view = "queue";
  const rest = rowOf(id) ?? document.querySelector(".item") ?? $("sign-out");
  rest.focus();
}

function parts(item) {
  return [
    element("button", {type: "button", className: "quiet back", onclick: close}, "← All messages"),
    element("h2", {id: "subject", tabIndex: -1}, plain(item.subject || "(no subject)")),
    facts(item),
    ...warnings(item),
    ...body(item),
    ...files(item),
    background(item),
  ];
}

function facts(item) {
  const rows = element("dl", {className: "facts"});
  const add = (name, value, className = "") => {
    if (value) rows.append(element("dt", {}, name), element("dd", {className}, value));
  };
  const addresses = (field) => list(item[field]).length === 0 ? null
      : element("ul", {className: "addresses"}, ...list(item[field]).map((one) => element("li", {}, address(one))));
  add("From", address(item.from));
  add("To", addresses("to"), "to");
  add("Cc", addresses("cc"));
  add("Bcc", addresses("bcc"));
  add("Risk", risk(item));
  add("Recipients", item.recipients_known ? "all known to the operator" : "");
  add("Leaves", leaving(item));
  add("Approvals", needed(item) > 1 ? `${given(item)} of ${needed(item)} given` : "");
  add("Deadline", deadline(item));
  return rows;
}

function warnings(item) {
  const words = [];
  const hidden = list(item.bcc).length;
  if (hidden) {
    words.push(`${hidden === 1 ? "One recipient is" : `${hidden} recipients are`} hidden (Bcc): the others will not see that they get this message too.`);
  }
  if (recipients(item).length > 10) words.push(`This goes to ${recipients(item).length} recipients.`);
  if (TRICKS.test([item.from, item.subject, item.text, item.html, item.body_markdown,
    ...recipients(item), ...list(item.attachments).map((file) => file.name)].join(""))) {
    words.push("It contains characters that hide text or turn its direction. Outside of the HTML view they are shown by number.");
  }
  return words.map((text) => element("p", {className: "warning"}, text));
}

function body(item) {
  const place = element("div", {});
  const show = (html) => {
    showHtml = html;
    for (const button of place.parentElement?.querySelectorAll(".switch button") ?? []) {
      button.setAttribute("aria-pressed", String((button.value === "html") === html));
    }
    place.replaceChildren(html ? frame(item.html) : element("pre", {className: "text"},
        plain(item.text ?? item.body_markdown ?? "")));
  };
  const choice = (value, words) => element("button",
      {type: "button", className: "quiet", value, "aria-pressed": String((value === "html") === showHtml), onclick: () => show(value === "html")}, words);
  const both = item.html && (item.text ?? item.body_markdown);
  const choices = both
      ? [element("div", {className: "switch", role: "group", "aria-label": "How to show the message"},
          choice("html", "As HTML"), choice("text", "As text"))] : [];
  show(showHtml);
  return [...choices, place, ...(item.html ? [links(item.html)] : [])].filter(Boolean);
}

/** The HTML as a mail program shows it, in a frame without scripts, forms, navigation or network. */
function frame(html) {
  const parsed = inert(html);
  parsed.querySelectorAll(NOT_SHOWN).forEach((node) => node.remove());
  // Not even a click may leave: the targets are listed below the frame.
  parsed.querySelectorAll("*").forEach((node) => {
    for (const name of ["href", "xlink:href", "ping", "target"]) node.removeAttribute(name);
  });
  const view = element("iframe", {className: "frame", sandbox: "", title: "The message as its recipient sees it"});
  view.setAttribute("referrerpolicy", "no-referrer");
  view.srcdoc = trusted("<!doctype html><meta charset=utf-8>"
      + `<link rel=stylesheet href="/approvals/message.css">${parsed.body.outerHTML}`);
  return view;
}

/** A document that loads and runs nothing. */
function inert(html) {
  return new DOMParser().parseFromString(trusted(html), "text/html");
}

/** Where links lead: their text may say something else. */
function links(html) {
  const targets = [...new Set([...inert(html).querySelectorAll("a[href], area[href]")]
      .map((link) => link.getAttribute("href")))];
  if (targets.length === 0) return null;
  return element("details", {open: targets.length <= 3},
      element("summary", {}, targets.length === 1 ? "1 link leads to" : `${targets.length} links lead to`),
      element("ul", {}, ...targets.map((target) => element("li", {}, plain(target)))));
}

function files(item) {
  const attached = list(item.attachments);
  if (attached.length === 0) return [];
  return [element("section", {className: "files", "aria-label": "Attachments"},
      element("strong", {}, attached.length === 1 ? "1 attachment" : `${attached.length} attachments`),
      element("ul", {}, ...attached.map((file) => element("li", {}, plain(file.name),
          element("span", {className: "type"}, `${size(file.size ?? 0)} · `, plain(file.content_type))))))];
}

function background(item) {
  const rows = element("dl", {className: "facts"});
  const known = {
    "Agent": item.agent_id, "Mailbox": item.mailbox ?? item.mailbox_id, "Mode": item.oversight_mode,
    "Message": item.id, "Digest": item.digest,
  };
  for (const [name, value] of Object.entries(known)) {
    if (value) rows.append(element("dt", {}, name), element("dd", {}, plain(value)));
  }
  const since = age(item);
  if (since) rows.append(element("dt", {}, "Written"), element("dd", {}, since));
  return element("details", {}, element("summary", {}, "Agent, mailbox and digest"), rows);
}

// ---- Deciding ----

function decision(item) {
  const note = element("textarea", {id: "note", maxLength: 2000, rows: 1});
  const last = given(item) + 1 >= needed(item);
  const approve = incoming(item) ? "Release to the agent" : last ? "Approve and send" : "Approve";
  const reject = incoming(item) ? "Keep back" : "Reject";
  const button = (action, words) => element("button",
      {type: "button", className: action, onclick: () => decide(item, action, note.value.trim())}, words);
  return element("form", {className: "decide", onsubmit: (event) => event.preventDefault()},
      element("div", {}, element("label", {for: "note"}, "Note for the record (optional)"), note),
      element("div", {className: "buttons"}, button("reject", reject), button("approve", approve)));
}

async function decide(item, action, reason) {
  if (deciding) return;
  deciding = true;
  const buttons = document.querySelectorAll(".decide button");
  buttons.forEach((button) => { button.disabled = true; });
  say("alert", "");
  try {
    const answer = await ask("/v1/oversight/decide", {
      method: "POST",
      headers: {"Content-Type": "application/json"},
      body: JSON.stringify({
        email_id: item.id, action, ...(reason && {reason}), ...(item.digest && {digest: item.digest}),
      }),
    });
    deciding = false;
    items = items.filter((one) => one.id !== item.id);
    close();
    say("result", outcome(item, action, answer?.status));
    await refresh();
  } catch (failure) {
    deciding = false;
    if (failure instanceof Refused) {
      await refresh();
      say("alert", `Nothing was done: ${failure.message}`);
      if (failure.status === 403 || failure.status === 429) buttons.forEach((button) => { button.disabled = false; });
    } else {
      // The answer is lost, not necessarily the decision: the queue tells.
      buttons.forEach((button) => { button.disabled = false; });
      await refresh();
      say("alert", "The server’s answer was lost. If the message still waits, decide again; a repeated decision does no harm.");
    }
  }
}

function outcome(item, action, status) {
  const what = `“${(item.subject || "(no subject)").replace(new RegExp(TRICKS.source, "gu"), "").slice(0, 80)}”`;
  if (action === "reject") return incoming(item) ? `Kept back: ${what}` : `Rejected, not sent: ${what}`;
  if (incoming(item)) return `Released to the agent: ${what}`;
  if (given(item) + 1 < needed(item)) {
    return `Approved, ${given(item) + 1} of ${needed(item)}: ${what} still waits for another person.`;
  }
  return status === "scheduled" || status === "approved"
      ? `Approved: ${what} leaves at its time.` : `Approved, on its way: ${what}`;
}

// ---- Start ----

$("sign-in").addEventListener("submit", signIn);
$("sign-out").addEventListener("click", signOut);
$("more").addEventListener("click", () => {
  pages++;
  refresh();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && openId && !deciding) close();
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) refresh();
});
setInterval(() => {
  if (!document.hidden) refresh();
}, REFRESH_MS);

if (sessionStorage.getItem(KEY)) refresh();
else $("key").focus();
