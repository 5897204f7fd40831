// #here says now and then that this browser is there, and asks what is on offer when the stream says that it changed.
// Time left runs in between, of offers and of wrap-up.
const here = document.getElementById("here");

const beat = () => here.dispatchEvent(new CustomEvent("beat"));
let ticks = 0;

// Every ten seconds; every other where no stream tells.
const tick = () => { ticks += 1; if (ticks % 5 === 0 || !("live" in document.body.dataset)) beat(); };

function run() {
  for (const left of document.querySelectorAll("time[data-left]")) {
    left.dataset.until ||= Date.now() + 1000 * left.dataset.left;
    const seconds = Math.max(0, Math.round((left.dataset.until - Date.now()) / 1000));
    left.textContent = left.dataset.words.replace("%(count)s", seconds);
    const drain = left.closest(".offer, .in-hand")?.querySelector("progress");
    if (drain) drain.value = seconds;
  }
}

if (here) {
  try {
    new Worker(here.dataset.beat).addEventListener("message", tick);
  } catch {
    setInterval(tick, 2000);
  }
  setInterval(run, 500);
  document.body.addEventListener("live-offers", beat);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) beat(); });
}
