// #here says now and then that this browser is there, and asks what is on offer when the stream says that it changed.
// Time left runs in between, of offers and of wrap-up, and how long a call has lasted.
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
  for (const ran of document.querySelectorAll("time[data-ran]")) {
    ran.dataset.since ||= Date.now() - 1000 * ran.dataset.ran;
    const seconds = Math.floor((Date.now() - ran.dataset.since) / 1000);
    ran.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
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
