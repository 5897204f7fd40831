// How htmx fits in: the anti-forgery token on every request, results said aloud, focus where it was,
// and a plain message when the server could not be reached.
const token = document.querySelector("meta[name=csrf-token]")?.content;
const live = document.getElementById("live");

const say = (text) => { if (live && text) { live.textContent = ""; requestAnimationFrame(() => { live.textContent = text; }); } };

addEventListener("htmx:configRequest", ({ detail }) => {
  if (token && detail.verb !== "get") detail.headers["X-CSRFToken"] = token;
});

// Where the focus was as each request began.
const focused = new WeakMap();

addEventListener("htmx:beforeRequest", ({ detail }) => {
  focused.set(detail.xhr, document.activeElement);
  if (detail.elt.matches("[data-beat]")) return;
  detail.elt.setAttribute("aria-busy", "true");
  document.querySelectorAll("[data-lost]").forEach((message) => message.remove());
});

addEventListener("htmx:afterRequest", ({ detail }) => detail.elt.removeAttribute("aria-busy"));

addEventListener("htmx:afterSettle", ({ detail }) => {
  const part = detail.elt;
  say(part.closest?.("[data-announce]")?.dataset.announce ?? part.querySelector?.("[data-announce]")?.dataset.announce);
  const wanted = part.querySelector?.("[data-focus]");
  const isNowhere = (one) => !one || one === document.body;
  if (wanted) wanted.focus();
  else if (isNowhere(document.activeElement) && !isNowhere(focused.get(detail.xhr))) part.closest?.("[tabindex]")?.focus({ preventScroll: true });
});

function lost({ detail }) {
  // What asks by itself, again and again, says so in a place of its own.
  if (detail.elt.matches("[data-beat]")) return;
  const message = document.getElementById("lost-connection")?.content.cloneNode(true).firstElementChild;
  if (!message) return;
  message.dataset.lost = "";
  const form = detail.elt.closest("form") ?? detail.elt;
  form.before(message);
}
addEventListener("htmx:sendError", lost);
addEventListener("htmx:timeout", lost);
addEventListener("htmx:responseError", (event) => { if (event.detail.xhr.status >= 500) lost(event); });

// A form that came back with errors starts at what must be put right.
document.querySelector("[data-focus]")?.focus();
