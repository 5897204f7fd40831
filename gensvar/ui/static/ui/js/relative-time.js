// Keeps times that count up to date. <time datetime data-relative> says "3 minutes ago" in the page's
// language; <time datetime data-running> runs as a stopwatch, "2:31".
const written = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
const units = [["day", 86400], ["hour", 3600], ["minute", 60]];

function distance(seconds) {
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size) return written.format(Math.trunc(seconds / size), unit);
  }
  return written.format(0, "minute");
}

function stopwatch(seconds) {
  const passed = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(passed / 3600), Math.floor(passed / 60) % 60];
  const two = (amount) => String(amount).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(passed % 60)}` : `${minutes}:${two(passed % 60)}`;
}

function tick() {
  if (document.hidden) return;
  for (const time of document.querySelectorAll("time[data-relative], time[data-running]")) {
    const seconds = (new Date(time.dateTime) - Date.now()) / 1000;
    const text = "running" in time.dataset ? stopwatch(-seconds) : distance(seconds);
    if (Number.isFinite(seconds) && time.textContent !== text) time.textContent = text;
  }
}

if (document.querySelector("time[data-running]")) setInterval(tick, 1000);
else setInterval(tick, 20000);
document.addEventListener("visibilitychange", tick);
tick();
