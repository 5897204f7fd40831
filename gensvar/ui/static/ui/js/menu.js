// <details class="menu" data-menu>: arrow keys walk, Escape closes and gives focus back, a click outside closes.
const acts = (menu) => [...menu.querySelectorAll(".menu-list :is(a, button):not([hidden], [disabled])")];

function close(menu, giveFocusBack) {
  menu.open = false;
  if (giveFocusBack) menu.querySelector("summary").focus();
}

function walk(menu, step) {
  const all = acts(menu);
  const at = all.indexOf(document.activeElement);
  all[(at + step + all.length) % all.length]?.focus();
}

addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!menu.contains(target) || target.closest(".menu-list button[type=button]")) close(menu, menu.contains(target));
  }
});

addEventListener("focusin", ({ target }) => {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) if (!menu.contains(target)) close(menu, false);
});

addEventListener("keydown", (event) => {
  const menu = event.target.closest?.("details[data-menu]");
  if (!menu) return;
  const onSummary = event.target.matches("summary");
  const keys = {
    Escape: () => menu.open && close(menu, true),
    ArrowDown: () => { if (!menu.open) menu.open = true; if (onSummary) acts(menu)[0]?.focus(); else walk(menu, 1); },
    ArrowUp: () => { if (!menu.open) menu.open = true; if (onSummary) acts(menu).at(-1)?.focus(); else walk(menu, -1); },
    Home: () => menu.open && acts(menu)[0]?.focus(),
    End: () => menu.open && acts(menu).at(-1)?.focus(),
  };
  if (!keys[event.key] || (event.key === "Escape" && !menu.open)) return;
  event.preventDefault();
  event.stopPropagation();
  keys[event.key]();
}, true);
