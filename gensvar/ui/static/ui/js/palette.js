// Ctrl K or ⌘ K: every act on the page with its key, every place in the rail, and what the search finds.
// The search address answers {"items": [{"label", "url", "icon", "hint", "group"}]}.
const palette = document.getElementById("palette");
if (palette) {
  const input = palette.querySelector("input");
  const list = palette.querySelector("[role=listbox]");
  const nothing = palette.querySelector(".nothing");
  const counted = palette.querySelector("[data-count]");
  const sprite = document.querySelector("svg use")?.getAttribute("href").split("#")[0];
  let commands = [];
  let found = [];
  let asking;
  let opener;

  const make = (tag, properties = {}, ...inside) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  };

  function picture(name) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    svg.setAttribute("class", "icon");
    svg.dataset.size = "s";
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `${sprite}#${name}`);
    svg.append(use);
    return svg;
  }

  function wordsOf(element) {
    if (element.dataset.command) return element.dataset.command;
    const copy = element.cloneNode(true);
    copy.querySelectorAll("kbd, svg, .count").forEach((part) => part.remove());
    return copy.textContent.trim().replace(/\s+/g, " ") || element.getAttribute("aria-label") || "";
  }

  function collect() {
    const usable = (element) => !palette.contains(element) && element.getClientRects().length > 0 && element.getAttribute("aria-disabled") !== "true";
    const from = (selector, group) => [...document.querySelectorAll(selector)].filter(usable).map((element) => ({
      group, label: wordsOf(element), keys: element.dataset.key ?? "", run: () => element.click(),
      icon: element.querySelector("use")?.getAttribute("href").split("#")[1] ?? "right",
    }));
    return [...from("main [data-key], main [data-command]", list.dataset.here), ...from(".rail .to:not([data-act=palette])", list.dataset.go)];
  }

  function matches(label, asked) {
    const text = label.toLocaleLowerCase();
    return asked.toLocaleLowerCase().split(/\s+/).every((word) => text.includes(word));
  }

  function option(command, index) {
    const keys = make("span", { className: "keys" });
    for (const key of command.keys?.split(" ").filter(Boolean) ?? []) keys.append(make("kbd", { textContent: key }));
    const hint = command.hint ? [make("span", { className: "hint", textContent: command.hint })] : [];
    const row = make("div", { id: `command-${index}` }, picture(command.icon), make("span", { className: "words", textContent: command.label }), ...hint, keys);
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    row.run = command.run;
    return row;
  }

  function draw() {
    const asked = input.value.trim();
    const listed = [...commands.filter(({ label }) => matches(label, asked)), ...found];
    list.replaceChildren();
    let index = 0;
    for (const group of new Set(listed.map((command) => command.group))) {
      const heading = make("span", { id: `group-${index}`, textContent: group });
      const box = make("div", {}, heading);
      box.setAttribute("role", "group");
      box.setAttribute("aria-labelledby", heading.id);
      for (const command of listed.filter((each) => each.group === group)) box.append(option(command, index++));
      list.append(box);
    }
    nothing.hidden = listed.length > 0;
    counted.textContent = counted.dataset.count.replace("%(count)s", listed.length);
    choose(0);
  }

  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => options().findIndex((row) => row.getAttribute("aria-selected") === "true");

  function choose(index) {
    const rows = options();
    rows.forEach((row, at) => row.setAttribute("aria-selected", at === index));
    if (rows[index]) {
      input.setAttribute("aria-activedescendant", rows[index].id);
      rows[index].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  async function search() {
    const asked = input.value.trim();
    asking?.abort();
    found = [];
    if (!palette.dataset.searchUrl || asked.length < 2) return;
    asking = new AbortController();
    try {
      // Not in the address: what is typed may name a person, and addresses are kept in many places.
      const headers = { Accept: "application/json", "X-CSRFToken": document.querySelector("meta[name=csrf-token]")?.content ?? "" };
      const answer = await fetch(palette.dataset.searchUrl, { method: "POST", headers, body: new URLSearchParams({ q: asked }), signal: asking.signal });
      if (!answer.ok) return;
      const { items } = await answer.json();
      found = items.map(({ label, url, icon = "right", hint, group = list.dataset.found }) => ({ group, label, hint, icon, keys: "", run: () => location.assign(url) }));
      draw();
    } catch { /* a newer question, or no connection: the commands still work */ }
  }

  function open(from) {
    if (palette.open || document.querySelector("dialog[open]")) return;
    opener = from ?? document.activeElement;
    commands = collect();
    found = [];
    input.value = "";
    palette.showModal();
    draw();
    input.focus();
  }

  function run(row) {
    palette.close();
    row?.run();
  }

  let wait;
  input.addEventListener("input", () => { found = []; draw(); clearTimeout(wait); wait = setTimeout(search, 150); });
  input.addEventListener("keydown", (event) => {
    const rows = options();
    const next = { ArrowDown: (chosen() + 1) % rows.length, ArrowUp: (chosen() - 1 + rows.length) % rows.length, PageDown: Math.min(chosen() + 8, rows.length - 1), PageUp: Math.max(chosen() - 8, 0) }[event.key];
    if (event.key === "Enter") { event.preventDefault(); run(rows[chosen()]); }
    else if (next !== undefined && rows.length) { event.preventDefault(); choose(next); }
  });
  list.addEventListener("click", ({ target }) => { const row = target.closest("[role=option]"); if (row) run(row); });
  palette.addEventListener("click", ({ target }) => { if (target === palette) palette.close(); });
  palette.addEventListener("close", () => opener?.focus?.());
  addEventListener("click", ({ target }) => { const button = target.closest("[data-act=palette]"); if (button) open(button); });
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (palette.open) palette.close(); else open();
  });
}
