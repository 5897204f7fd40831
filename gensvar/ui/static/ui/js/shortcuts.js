// Single keys press what carries them: [data-key=r], or two in a row, [data-key="g c"]. Never while somebody
// writes, and everybody can turn them off (WCAG 2.1.4). "?" lists what this page has.
const off = "single-keys-off";
const help = document.getElementById("keys");
let first = "";
let forget;

const isOff = () => { try { return localStorage.getItem(off) === "1"; } catch { return false; } };
const writing = (element) => element.isContentEditable || element.matches?.("input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select");
const shown = (element) => element.getClientRects().length > 0 && element.getAttribute("aria-disabled") !== "true" && !element.disabled;
const words = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("kbd, svg").forEach((part) => part.remove());
  return (element.dataset.command || copy.textContent.trim() || element.getAttribute("aria-label") || "").replace(/\s+/g, " ");
};

function press(keys) {
  const target = [...document.querySelectorAll(`[data-key="${CSS.escape(keys)}"]`)].find(shown);
  if (!target) return false;
  if (target.matches("input:not([type=checkbox]), textarea, select")) target.focus();
  else target.click();
  if (target.matches("summary")) target.focus();
  return true;
}

function list() {
  if (!help) return;
  const body = help.querySelector("tbody");
  body.querySelectorAll("[data-page-key]").forEach((row) => row.remove());
  for (const act of [...document.querySelectorAll("[data-key]")].filter(shown)) {
    const row = body.insertRow();
    row.dataset.pageKey = "";
    const keys = row.insertCell();
    for (const key of act.dataset.key.split(" ")) keys.append(Object.assign(document.createElement("kbd"), { textContent: key }), " ");
    row.insertCell().textContent = words(act);
  }
  help.querySelector("[data-act=single-keys]").checked = !isOff();
  help.dispatchEvent(new CustomEvent("dialog:open", { bubbles: true }));
}

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (writing(event.target) || document.querySelector("dialog[open]") || isOff()) return;
  if (event.key === "?" && help) { event.preventDefault(); return list(); }
  const keys = first ? `${first} ${event.key}` : event.key;
  clearTimeout(forget);
  first = "";
  if (press(keys)) return event.preventDefault();
  if (document.querySelector(`[data-key^="${CSS.escape(event.key)} "]`)) {
    first = event.key;
    forget = setTimeout(() => { first = ""; }, 1200);
  }
});

// With Alt a key acts also while somebody writes: [data-alt=KeyA]. Behind an open dialog nothing is pressed.
addEventListener("keydown", (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  const target = [...document.querySelectorAll(`[data-alt="${CSS.escape(event.code)}"]`)].find(shown);
  const modal = document.querySelector("dialog[open]");
  if (!target || (modal && !modal.contains(target))) return;
  event.preventDefault();
  target.click();
});

// Ctrl or ⌘ with Enter sends the form one is writing in.
addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !event.target.matches?.("textarea, input")) return;
  const send = event.target.form?.querySelector("[type=submit][data-kind=primary]") ?? event.target.form?.querySelector("[type=submit]");
  if (send && send.getAttribute("aria-disabled") !== "true") { event.preventDefault(); send.click(); }
});

addEventListener("click", ({ target }) => { if (target.closest("[data-act=help]")) list(); });
addEventListener("change", ({ target }) => {
  if (!target.matches("[data-act=single-keys]")) return;
  try { if (target.checked) localStorage.removeItem(off); else localStorage.setItem(off, "1"); } catch { /* this page only */ }
});

const mac = /Mac|iPhone|iPad/.test(navigator.platform);
if (mac) document.querySelectorAll("[data-mod-key]").forEach((key) => { key.textContent = "⌘ K"; });
