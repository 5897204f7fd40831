// [data-still] is a list that is fetched anew when something changes. It never moves under pointer or focus: what is
// new waits until both are elsewhere, and the line beside it says so.
const inUse = (part) => part.matches(":hover") || part.contains(document.activeElement);

const news = (part, shown) => {
  const line = part.parentElement?.querySelector("[data-news]");
  if (line) line.textContent = shown ? line.dataset.news : "";
};

const held = new Map();

addEventListener("htmx:beforeSwap", (event) => {
  const part = event.detail.target;
  if (!part?.matches("[data-still]") || event.detail.xhr.status !== 200) return;
  held.delete(part);
  news(part, false);
  if (!inUse(part)) return;
  event.detail.shouldSwap = false;
  held.set(part, event.detail.serverResponse);
  news(part, true);
});

function catchUp() {
  for (const [part, fresh] of held) {
    if (inUse(part)) continue;
    held.delete(part);
    news(part, false);
    part.innerHTML = fresh;
  }
}
for (const moved of ["pointerover", "focusin", "focusout"]) addEventListener(moved, () => setTimeout(catchUp));

// Once somebody is ready the place for offers is kept: a list does not jump when an offer passes.
const keepPlace = () => document.querySelector(".offer-place:has([data-ready])")?.setAttribute("data-reserved", "");
addEventListener("htmx:oobAfterSwap", keepPlace);
keepPlace();
