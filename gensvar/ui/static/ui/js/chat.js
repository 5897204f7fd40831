// The chat's page. What is written waits in an outbox until the server says that it has it, each with a mark by which
// a line that is sent twice is one line. Until somebody begins a chat nothing is kept in the browser; after that the
// key of the chat, and what waits, are kept for this tab alone. What is new is asked for when the stream says so,
// and now and then; a lost connection is taken up again by itself.
const page = document.getElementById("chat");
const say = page.dataset;
const code = say.code;
const place = `gensvar-chat-${code}`;
const find = (id) => document.getElementById(id);
const STEADY = 20000; // how often we say that we are here while the stream tells
const ALONE = 3000; // and how often we ask where it does not
const SLOWEST = 15000;
const SOON = 300; // and when there is something that we have read

const byChance = (bytes) => {
  const signs = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes)));
  return btoa(signs).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
};
const held = { key: "", outbox: [] };
const recall = () => { try { Object.assign(held, JSON.parse(sessionStorage.getItem(place)) ?? {}); } catch { /* memory only */ } };
const keep = () => { try { sessionStorage.setItem(place, JSON.stringify(held)); } catch { /* memory only */ } };
const forget = () => { held.key = ""; held.outbox = []; try { sessionStorage.removeItem(place); } catch { /* nothing was kept */ } };

let last = 0; // the latest line that we have
let toldRead = 0;
let stands = "";
let agent = "";
let failures = 0;
let isLive = false;
let isSending = false;
let typedAt = 0;
let timer = 0;
let stream = null;

async function post(path, body, { form = null, ...more } = {}) {
  const headers = { Authorization: `Bearer ${held.key}`, "X-Language": document.documentElement.lang };
  if (!form) headers["Content-Type"] = "application/json";
  let answer;
  try {
    answer = await fetch(`/chatt/${path}/`, { method: "POST", headers, body: form ?? JSON.stringify(body), credentials: "omit", ...more });
  } catch {
    lose();
    throw new Error("lost");
  }
  if (answer.status >= 500) { lose(); throw new Error("lost"); }
  regain();
  const told = await answer.json();
  if (answer.ok) return told;
  throw Object.assign(new Error(told.message ?? say.unsent), { code: told.code, status: answer.status });
}

function lose() {
  failures += 1;
  if (failures < 2) return;
  const trouble = find("trouble");
  if (trouble.hidden) { trouble.hidden = false; trouble.textContent = say.lost; }
}
function regain() {
  if (failures >= 2) { find("trouble").textContent = say.back; setTimeout(() => { find("trouble").hidden = true; }, 4000); }
  failures = 0;
}

// What is drawn ---------------------------------------------------------------------------------------------------
const element = (name, text = "", more = {}) => Object.assign(document.createElement(name), { textContent: text, ...more });
const clock = (at) => new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
const atEnd = () => { const box = find("content"); return box.scrollHeight - box.scrollTop - box.clientHeight < 80; };
const toEnd = () => { const box = find("content"); box.scrollTop = box.scrollHeight; };

function tell(text) { const item = element("div", text); item.dataset.told = ""; find("lines").append(item); }

function draw(line) {
  const known = line.mark && find("lines").querySelector(`[data-mark="${CSS.escape(line.mark)}"]`);
  if (known) { known.dataset.id = line.id; known.dataset.state = "sent"; mark(known); return; }
  const item = document.createElement("div");
  item.dataset.id = line.id ?? "";
  if (line.mark) item.dataset.mark = line.mark;
  if (!line.is_ours) item.dataset.mine = "";
  item.dataset.state = line.state ?? "sent";
  item.append(element("b", line.is_ours ? line.who || say.us : say.you, { className: "visually-hidden" }), element("span", line.text));
  for (const file of line.files ?? []) item.append(drawnFile(file));
  item.append(element("span", "", { className: "meta" }));
  item.dataset.at = clock(line.at ?? Date.now());
  item.dataset.who = line.is_ours ? line.who || say.us : "";
  mark(item);
  find("lines").append(item);
}

function drawnFile(file) {
  if (file.is_kept_apart) return element("span", say.apart.replace("%(name)s", file.name));
  const button = element("button", say.file.replace("%(name)s", file.name), { type: "button" });
  button.addEventListener("click", () => fetchFile(file));
  return button;
}

async function fetchFile(file) {
  const answer = await fetch(`/chatt/samtal/fil/${file.id}/`, { headers: { Authorization: `Bearer ${held.key}` }, credentials: "omit" });
  if (!answer.ok) return;
  const link = element("a", "", { href: URL.createObjectURL(await answer.blob()), download: file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

let readUpto = 0;
function mark(item) {
  const { state, id, at, who } = item.dataset;
  const words = "mine" in item.dataset ? { sending: say.sending, unsent: item.dataset.why || say.unsent, sent: Number(id) && Number(id) <= readUpto ? say.read : say.sent }[state] : who;
  item.querySelector(".meta").textContent = `${words} · ${at}`;
}

function show(what) {
  find("begin").hidden = what !== "begin";
  find("talk").hidden = what === "begin";
  find("writing").hidden = what !== "talk";
  find("over").hidden = what !== "over";
}

function hear(news) {
  const wasAtEnd = atEnd();
  const isFirst = last === 0;
  for (const line of news.lines) { draw(line); last = Math.max(last, line.id); }
  if (news.read !== readUpto) { readUpto = news.read; for (const item of find("lines").querySelectorAll("[data-mine]")) mark(item); }
  if (news.agent && news.agent !== agent) { agent = news.agent; tell(say.answers.replace("%(name)s", agent)); }
  find("who").textContent = news.state === "waiting" ? news.waiting : news.state === "talking" ? say.answers.replace("%(name)s", agent || say.us) : "";
  find("typing").textContent = news.typing ? say.typing.replace("%(name)s", agent || say.us) : "";
  if (news.state === "waiting" && stands !== "waiting") tell(say.waits);
  stands = news.state;
  show(stands === "ended" ? "over" : "talk");
  if (stands === "ended") {
    find("ended").replaceChildren(...news.ended.map((words) => element("p", words)));
    stop();
  }
  if (wasAtEnd || isFirst) toEnd();
  const ours = news.lines.filter((line) => line.is_ours).length;
  if (ours && !isFirst) outward({ act: "news", count: ours });
}

// What is asked and sent ------------------------------------------------------------------------------------------
const isSeen = () => !document.hidden && !isHidden;
async function ask({ typing = false } = {}) {
  clearTimeout(timer);
  if (!held.key) return;
  const read = isSeen() ? last : 0;
  try {
    hear(await post("samtal/nytt", { after: last, read, typing }));
    toldRead = Math.max(toldRead, read);
  } catch (error) {
    if (error.status === 404 || error.status === 410) { finish(error.message); return; }
  }
  if (!held.key || stands === "ended") return;
  const isUntold = isSeen() && last > toldRead && !failures;
  timer = setTimeout(ask, isUntold ? SOON : isLive ? STEADY : Math.min(SLOWEST, ALONE * (1 + failures)));
  void flush();
}

function finish(words) {
  stop();
  forget();
  stands = "ended";
  show("over");
  find("ended").replaceChildren(element("p", words));
}

async function flush() {
  if (isSending || !held.key) return;
  isSending = true;
  try {
    while (held.outbox.length) {
      const line = held.outbox[0];
      try {
        hear(await post("samtal/sag", { text: line.text, mark: line.mark, after: last }));
      } catch (error) {
        if (!error.status || error.status === 429) { if (error.status) refuse(error.message); return; }
        const item = find("lines").querySelector(`[data-mark="${CSS.escape(line.mark)}"]`);
        if (item) { item.dataset.state = "unsent"; item.dataset.why = error.message; mark(item); }
        refuse(error.message);
        if (!find("text").value) find("text").value = line.text;
      }
      held.outbox.shift();
      keep();
    }
  } finally { isSending = false; }
}

function refuse(words) { const error = find("say-error"); error.textContent = words; error.hidden = !words; }

function write(text) {
  const line = { text, mark: byChance(12) };
  held.outbox.push(line);
  keep();
  draw({ ...line, is_ours: false, state: "sending" });
  toEnd();
  void flush();
}

async function listen() {
  stop();
  if (!say.stream) return;
  const own = new AbortController();
  stream = own;
  while (!own.signal.aborted && held.key && stands !== "ended") {
    try {
      const answer = await fetch(say.stream, { headers: { Authorization: `Bearer ${held.key}` }, signal: own.signal, credentials: "omit" });
      if (answer.status === 401) return;
      if (answer.ok) await pour(answer.body.getReader());
    } catch { /* tried again below */ }
    isLive = false;
    if (!own.signal.aborted) { clearTimeout(timer); timer = setTimeout(ask, ALONE); await new Promise((done) => { setTimeout(done, 2000 + 1000 * Math.random()); }); }
  }
}

async function pour(reader) {
  const words = new TextDecoder();
  for (let rest = ""; ;) {
    const { value, done } = await reader.read();
    if (done) return;
    isLive = true;
    const parts = (rest + words.decode(value, { stream: true })).split("\n\n");
    rest = parts.pop();
    if (parts.some((part) => /^event: (news|all)/m.test(part))) void ask();
  }
}

function stop() { stream?.abort(); stream = null; isLive = false; clearTimeout(timer); }

function go() { show("talk"); for (const line of held.outbox) draw({ ...line, is_ours: false, state: "sending" }); void ask(); void listen(); }

// The frame and the site around it --------------------------------------------------------------------------------
const isFramed = "framed" in document.documentElement.dataset && parent !== window;
let isHidden = false;
function outward(words) { if (isFramed) parent.postMessage({ gensvar: true, ...words }, "*"); }
addEventListener("message", ({ source, data }) => {
  if (source !== parent || !data?.gensvar) return;
  isHidden = data.act === "hidden";
  if (data.act !== "shown") return;
  void ask();
  (find("writing").hidden ? find("begin-text") : find("text"))?.focus();
});

// What people do --------------------------------------------------------------------------------------------------
async function begin(event) {
  event.preventDefault();
  const form = event.target;
  const error = find("begin-error");
  error.hidden = true;
  const text = form.elements.text.value.trim();
  const isLeft = say.state === "closed";
  held.key ||= byChance(32);
  form.dataset.mark ||= byChance(12);
  keep();
  const button = form.querySelector("[type=submit]");
  button.disabled = true;
  try {
    const news = await post(`${code}/borja`, { text, mark: form.dataset.mark, name: form.elements.name.value, address: form.elements.address.value, language: document.documentElement.lang, is_left: isLeft });
    outward({ act: "begun" });
    delete form.dataset.mark;
    form.reset();
    hear(news);
    if (stands === "ended") { find("over").tabIndex = -1; find("over").focus(); forget(); } else { find("text").focus(); void ask(); void listen(); }
  } catch (refused) {
    if (refused.status) forget();
    error.textContent = refused.status ? refused.message : say.lost;
    error.hidden = false;
    error.focus();
  } finally { button.disabled = false; }
}

async function sendFile(input) {
  const file = input.files[0];
  if (!file) return;
  refuse(file.size > 10 * 2 ** 20 ? say.toolarge : "");
  if (file.size > 10 * 2 ** 20) { input.value = ""; return; }
  const form = new FormData();
  form.append("file", file);
  form.append("mark", byChance(12));
  try { hear(await post("samtal/fil", null, { form })); } catch (refused) { refuse(refused.status ? refused.message : say.lost); }
  input.value = "";
}

async function wish(event, path) {
  event.preventDefault();
  const form = event.target;
  const told = form.querySelector("[role=status]");
  try {
    const news = await post(`samtal/${path}`, { address: form.elements.address.value, after: last });
    if (news.said) told.textContent = news.said; else hear(news);
  } catch (refused) { told.textContent = refused.status ? refused.message : say.lost; }
}

function hide() { outward({ act: "hide" }); }

async function act(button) {
  if (button.dataset.chat === "hide") hide();
  if (button.dataset.chat === "more") { find("more").hidden = !find("more").hidden; button.setAttribute("aria-expanded", String(!find("more").hidden)); if (!find("more").hidden) find("copy-to").focus(); }
  if (button.dataset.chat === "end") { try { hear(await post("samtal/avsluta", { after: last })); find("over").querySelector("button").focus(); } catch { /* said above */ } }
  if (button.dataset.chat === "again") { forget(); last = 0; toldRead = 0; agent = ""; readUpto = 0; find("lines").replaceChildren(); find("who").textContent = ""; outward({ act: "over" }); show("begin"); find("begin-text").focus(); }
}

if (say.state !== "off") {
  find("begin").addEventListener("submit", begin);
  find("say").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = find("text").value.trim();
    refuse("");
    if (!text) return;
    find("text").value = "";
    write(text);
  });
  find("text").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); find("say").requestSubmit(); }
  });
  find("text").addEventListener("input", () => {
    if (Date.now() - typedAt < 3000 || stands !== "talking") return;
    typedAt = Date.now();
    void ask({ typing: true });
  });
  find("file").addEventListener("change", ({ target }) => { void sendFile(target); });
  find("copy").addEventListener("submit", (event) => { void wish(event, "kopia"); });
  find("switch").addEventListener("submit", (event) => { void wish(event, "annat-satt"); });
  addEventListener("online", () => { void ask(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) void ask(); });
  addEventListener("pagehide", () => { if (held.key && stands !== "ended") void post("samtal/nytt", { after: last, leaving: true }, { keepalive: true }).catch(() => {}); });
  recall();
  if (held.key) go(); else show("begin");
}
addEventListener("click", ({ target }) => { const button = target.closest("[data-chat]"); if (button) void act(button); });
addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
outward({ act: "ready" });
