// <textarea data-draft="case-123-reply">: what is written is kept in this browser, per person, until the
// server says it was sent ([data-draft-sent], or htmx got a good answer). Never lost to a refusal or a crash;
// forgotten after a week, because what customers say should not lie about.
const owner = document.documentElement.dataset.viewer ?? "citizen";
const prefix = `draft:${owner}:`;
const week = 7 * 24 * 3600 * 1000;

const read = (key) => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
const write = (key, draft) => { try { localStorage.setItem(key, JSON.stringify(draft)); return true; } catch { return false; } };
const drop = (key) => { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } };
const keyOf = (field) => prefix + field.dataset.draft;
const draftFields = (root) => root.querySelectorAll("textarea[data-draft], input[data-draft]");

function forgetOld() {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith("draft:") && !(Date.now() - (read(key)?.at ?? 0) < week)) drop(key);
    }
  } catch { /* storage is closed */ }
}

function forgetSent(root) {
  const sent = root.querySelectorAll("[data-draft-sent]");
  for (const { dataset } of sent) drop(prefix + dataset.draftSent);
}

function restore(field) {
  const draft = read(keyOf(field));
  if (!draft?.text || field.value.trim()) return;
  field.value = draft.text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const notice = document.getElementById("draft-notice")?.content.cloneNode(true).firstElementChild;
  if (!notice) return;
  notice.querySelector("[data-act=drop-draft]").addEventListener("click", () => {
    drop(keyOf(field));
    field.value = "";
    notice.remove();
    field.focus();
  });
  field.before(notice);
}

function keep(field) {
  const text = field.value;
  if (!text.trim()) return drop(keyOf(field));
  if (!write(keyOf(field), { text, at: Date.now() })) return;
  const told = document.querySelector(`[data-draft-saved="${CSS.escape(field.dataset.draft)}"]`);
  const words = document.getElementById("draft-saved")?.content.textContent;
  const now = new Date().toLocaleTimeString("sv", { hour: "2-digit", minute: "2-digit" });
  if (told && words) told.textContent = words.replace("%(time)s", now);
}

function start(root) {
  forgetSent(root);
  draftFields(root).forEach(restore);
}

let pause;
addEventListener("input", ({ target }) => {
  if (!target.dataset?.draft) return;
  clearTimeout(pause);
  pause = setTimeout(keep, 400, target);
});
addEventListener("pagehide", () => draftFields(document).forEach((field) => { if (field.value !== field.defaultValue) keep(field); }));
addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.successful && detail.requestConfig?.verb !== "get") draftFields(detail.elt).forEach((field) => drop(keyOf(field)));
});
addEventListener("htmx:load", ({ detail }) => start(detail.elt));

forgetOld();
start(document);
