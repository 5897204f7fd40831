// A page that is told again and again never moves what is under pointer or focus. A [data-steady-feed] fetches parts,
// each [data-for] the id of its place. A place that is pointed at, or has focus within, changes only the cells of rows
// ([data-row]) that it has already; the rest waits until it is left.
const waiting = new Map();

const isHeld = (place) => {
  const column = place.closest(".work, .context") ?? place;
  return column.matches(":hover") || (column.contains(document.activeElement) && document.activeElement !== column);
};

const put = (place, fresh) => {
  waiting.delete(place.id);
  if (place.innerHTML !== fresh.innerHTML) place.replaceChildren(...fresh.cloneNode(true).childNodes);
};

const refresh = (place, fresh) => {
  for (const row of place.querySelectorAll("[data-row]")) {
    const now = fresh.querySelector(`[data-row="${row.dataset.row}"]`);
    if (!now || now.children.length !== row.children.length) continue;
    [...row.children].forEach((cell, at) => {
      const other = now.children[at];
      if (!cell.contains(document.activeElement) && cell.innerHTML !== other.innerHTML) cell.innerHTML = other.innerHTML;
    });
  }
};

const settle = () => {
  for (const [id, fresh] of waiting) {
    const place = document.getElementById(id);
    if (place && !isHeld(place)) put(place, fresh);
  }
};

document.addEventListener("htmx:afterRequest", ({ target, detail }) => {
  if (!target.matches?.("[data-steady-feed]") || !detail.successful) return;
  const found = new DOMParser().parseFromString(detail.xhr.responseText, "text/html");
  for (const fresh of found.querySelectorAll("[data-for]")) {
    const place = document.getElementById(fresh.dataset.for);
    if (!place) continue;
    if (place.matches("[data-steady]") && isHeld(place)) {
      waiting.set(place.id, fresh);
      refresh(place, fresh);
    } else put(place, fresh);
  }
});
document.addEventListener("pointerout", () => setTimeout(settle, 50));
document.addEventListener("focusout", () => setTimeout(settle, 50));
