// #here says every other second that this browser is there, and hears what is on offer. Time left runs in between;
// Alt A takes the first offer, also from within a text.
const here = document.getElementById("here");
const status = () => document.getElementById("status");

const beat = () => here.dispatchEvent(new CustomEvent("beat"));

function run() {
  for (const left of document.querySelectorAll("time[data-left]")) {
    left.dataset.until ||= Date.now() + 1000 * left.dataset.left;
    const seconds = Math.max(0, Math.round((left.dataset.until - Date.now()) / 1000));
    left.textContent = left.dataset.words.replace("%(count)s", seconds);
    const drain = left.closest(".offer")?.querySelector("progress");
    if (drain) drain.value = seconds;
  }
}

function lost() {
  const shown = document.getElementById("not-live");
  if (shown || !status()) return;

  const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  const said = Object.assign(document.createElement("span"), { id: "not-live", className: "tag" });
  said.dataset.tone = "warn";
  said.setAttribute("role", "status");
  said.textContent = here.dataset.lostSince.replace("%(time)s", time);
  status().append(said);
}

if (here) {
  try {
    new Worker(here.dataset.beat).addEventListener("message", beat);
  } catch {
    setInterval(beat, 2000);
  }
  setInterval(run, 500);
  here.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.successful) document.getElementById("not-live")?.remove();
    else lost();
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) beat(); });
  addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== "KeyA") return;
    const take = document.querySelector("[data-alt=KeyA]");
    if (take) { event.preventDefault(); take.click(); }
  });
}
