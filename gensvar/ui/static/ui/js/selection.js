// A table in a form with a [data-bulkbar]: choose one, a range with Shift, or all; the bar says how many.
// Arrow keys (and j, k) walk between rows, and in lists of work, by their links.
const boxes = (form) => [...form.querySelectorAll("tbody input[type=checkbox]")];
let last;

function count(form) {
  const bar = form.querySelector("[data-bulkbar]");
  if (!bar) return;
  const chosen = boxes(form).filter((box) => box.checked).length;
  const all = form.querySelector("[data-select-all]");
  const words = document.getElementById("rows-chosen")?.content.textContent ?? "%(count)s";
  bar.toggleAttribute("data-none", chosen === 0);
  bar.querySelector("[data-chosen]").textContent = words.replace("%(count)s", chosen);
  if (all) {
    all.checked = chosen > 0 && chosen === boxes(form).length;
    all.indeterminate = chosen > 0 && !all.checked;
  }
}

addEventListener("click", (event) => {
  const form = event.target.closest("form");
  if (!form?.querySelector("[data-bulkbar]")) return;
  if (event.target.matches("[data-select-all]")) boxes(form).forEach((box) => { box.checked = event.target.checked; });
  if (event.target.closest("[data-act=choose-none]")) boxes(form).forEach((box) => { box.checked = false; });
  if (event.target.matches("tbody input[type=checkbox]")) {
    const all = boxes(form);
    if (event.shiftKey && last && all.includes(last)) {
      const [from, to] = [all.indexOf(last), all.indexOf(event.target)].sort((a, b) => a - b);
      all.slice(from, to + 1).forEach((box) => { box.checked = event.target.checked; });
    }
    last = event.target;
  }
  count(form);
});

addEventListener("keydown", (event) => {
  const row = event.target.closest?.("tbody tr, .worklist li");
  const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
  if (!row || !step || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("select, textarea, input:not([type=checkbox])")) return;
  const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
  const kinds = event.target.matches("input[type=checkbox]") ? ["input[type=checkbox]"] : ["a.whole", "a.item", "a"];
  const target = kinds.map((kind) => next?.querySelector(kind)).find(Boolean);
  if (!target) return;
  event.preventDefault();
  target.focus();
});

const start = () => document.querySelectorAll("form:has([data-bulkbar])").forEach(count);
addEventListener("htmx:afterSettle", start);
addEventListener("pageshow", start);
start();
