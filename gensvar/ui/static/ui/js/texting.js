// How long an answer is as a text message, while it is written: [data-text-of=id] says it when the
// answer goes to a number. The same rules as gensvar/operations/contacts/rules; the server refuses.

function parts(widths, alone, together) {
  if (widths.reduce((sum, width) => sum + width, 0) <= alone) return 1;
  let count = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > together) [count, used] = [count + 1, 0];
    used += width;
  }
  return count;
}

// Looked up each time: the composer may have been drawn again.
function tell() {
  const told = document.querySelector("[data-text-of]");
  const field = told && document.getElementById(told.dataset.textOf);
  if (!field?.form) return;
  const to = field.form.elements.to?.value ?? "";
  told.hidden = !to.startsWith("+");
  if (told.hidden) return;
  const once = new Set(told.dataset.gsm).add("\n");
  const twice = new Set(told.dataset.gsmTwice);
  const letters = [...field.value];
  const isUsual = letters.every((letter) => once.has(letter) || twice.has(letter));
  const widths = letters.map((letter) => (isUsual ? (twice.has(letter) ? 2 : 1) : letter.length));
  const count = isUsual ? parts(widths, 160, 153) : parts(widths, 70, 67);
  const values = { letters: widths.reduce((sum, width) => sum + width, 0), parts: count, most: told.dataset.most };
  const words = told.dataset.words.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
  told.textContent = isUsual ? words : `${words} (${told.dataset.rare})`;
}

addEventListener("input", tell);
addEventListener("change", tell);
addEventListener("htmx:load", tell);
tell();
