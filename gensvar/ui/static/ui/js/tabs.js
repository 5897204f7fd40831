// [data-tabs] with links to panels becomes tabs: arrow keys move, only the chosen panel shows, and what is
// written in the others stays. Without script every panel shows and the links jump to them.
function choose(tabs, link, focus) {
  for (const other of tabs.querySelectorAll("[role=tab]")) {
    const chosen = other === link;
    other.setAttribute("aria-selected", chosen);
    other.tabIndex = chosen ? 0 : -1;
    document.getElementById(other.hash.slice(1))?.toggleAttribute("data-put-away", !chosen);
  }
  const readers = tabs.querySelector("[data-tab-readers]");
  if (readers) readers.textContent = link.dataset.readers ?? "";
  if (focus) link.focus();
}

function upgrade(tabs) {
  const list = tabs.querySelector("[data-tab-list]");
  if (!list || list.role === "tablist") return;
  list.setAttribute("role", "tablist");
  const links = [...list.querySelectorAll("a[href^='#']")];
  for (const link of links) {
    link.id ||= `tab-${link.hash.slice(1)}`;
    link.setAttribute("role", "tab");
    link.setAttribute("aria-controls", link.hash.slice(1));
    const panel = document.getElementById(link.hash.slice(1));
    panel?.setAttribute("role", "tabpanel");
    panel?.setAttribute("aria-labelledby", link.id);
  }
  const asked = links.find((link) => link.hash === location.hash);
  choose(tabs, asked ?? links.find((link) => link.getAttribute("aria-current") === "true") ?? links[0]);
  links.forEach((link) => link.removeAttribute("aria-current"));
}

// Where one writes: what says [data-first], else the first field.
function begin(panel) {
  (panel?.querySelector("[data-first]") ?? panel?.querySelector("textarea, input:not([type=hidden])"))?.focus();
}

addEventListener("click", (event) => {
  const link = event.target.closest("[data-tabs] [role=tab]");
  if (!link) return;
  event.preventDefault();
  choose(link.closest("[data-tabs]"), link, true);
  // A click by key or command means "write now"; a click on the tab itself keeps focus there.
  if (event.detail === 0) begin(document.getElementById(link.hash.slice(1)));
});

addEventListener("keydown", (event) => {
  const link = event.target.closest?.("[data-tabs] [role=tab]");
  const step = { ArrowRight: 1, ArrowLeft: -1, Home: "first", End: "last" }[event.key];
  if (!link || !step) return;
  const links = [...link.closest("[role=tablist]").querySelectorAll("[role=tab]")];
  const at = links.indexOf(link);
  const next = step === "first" ? 0 : step === "last" ? links.length - 1 : (at + step + links.length) % links.length;
  event.preventDefault();
  choose(link.closest("[data-tabs]"), links[next], true);
});

// An act elsewhere on the page may lead into a panel: <a href="#write-note" data-key="n">.
addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']:not([role=tab])");
  const tab = link && document.querySelector(`[data-tabs] [role=tab][href="${CSS.escape(link.hash).replace("\\#", "#")}"]`);
  if (!tab) return;
  event.preventDefault();
  choose(tab.closest("[data-tabs]"), tab);
  begin(document.getElementById(tab.hash.slice(1)));
});

addEventListener("htmx:load", ({ detail }) => detail.elt.querySelectorAll?.("[data-tabs]").forEach(upgrade));
document.querySelectorAll("[data-tabs]").forEach(upgrade);
