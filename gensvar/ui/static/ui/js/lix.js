// How hard a text is to read, while it is written: [data-lix] is a textarea, [data-lix-of=id] says the
// index. The same rules as gensvar/science/readability; nothing leaves the browser.
const vocabulary = document.getElementById("lix-words")?.dataset;
const address = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gi;
const abbreviation = /(?<![\p{L}\p{N}_])(?:t\.?ex|bl\.?a|d\.?v\.?s|m\.?m|m\.?fl|o\.?s\.?v|t\.?o\.?m|fr\.?o\.?m|s\.?k|f\.?d|kl|nr|ca|tel|resp|kap|st|sid|jfr)\./giu;
const wordShape = /[\p{L}\p{N}]+(?:[-'’:][\p{L}\p{N}]+)*/gu;
const ending = /[.!?:…]+(?=[\s"'”’)\]]|$)|[\r\n]+/;

function measure(text) {
  const bare = text.replace(address, " ");
  const found = bare.match(wordShape) ?? [];
  const parts = bare.replace(abbreviation, (one) => one.replaceAll(".", " ")).split(ending);
  const count = Math.max(1, parts.filter((part) => part.match(wordShape)).length);
  const long = found.filter((word) => (word.match(/\p{L}/gu) ?? []).length > 6);
  // In whole numbers, so that a half is a half, and is rounded up.
  const halves = count * found.length * 2;
  const value = found.length ? Math.floor((2 * (found.length ** 2 + 100 * long.length * count) + halves / 2) / halves) : 0;
  const band = value < 30 ? "veryEasy" : value < 40 ? "easy" : value < 50 ? "medium" : value < 60 ? "hard" : "veryHard";
  const once = new Map([...long].reverse().map((word) => [word.toLowerCase(), word]));
  const longest = [...once].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1)).map(([, word]) => word);
  return { value, band, words: found.length, long: longest };
}

function tell(field) {
  const told = document.querySelector(`[data-lix-of="${CSS.escape(field.id)}"]`);
  if (!told || !vocabulary) return;
  const { value, band, words, long } = measure(field.value);
  told.hidden = words < 5;
  const hints = value >= 40 && long.length ? ` · ${vocabulary.long} ${long.slice(0, 5).join(", ")}` : "";
  told.textContent = `LIX ${value}, ${vocabulary[band]}${hints}`;
}

let rest;
addEventListener("input", ({ target }) => {
  if (!target.matches?.("textarea[data-lix]")) return;
  clearTimeout(rest);
  rest = setTimeout(tell, 250, target);
});
document.querySelectorAll("textarea[data-lix]").forEach(tell);
