// One tab of a browser holds the stream of what changes and tells the others; each raises what it hears on <body>:
// live-cases (some cases changed), live-case-26-000123 (this one did), live-offers (something is offered to me, or no
// longer), live-chats (one of my chats has news), live-all (look at everything again). While it is told, <body data-live> says so.
// A page decides itself what to fetch, and never moves what is under pointer or focus.
const address = document.querySelector("meta[name=live]")?.content;
const viewer = document.documentElement.dataset.viewer;
const SILENT = 25000; // two pings and some
const RETRY = 15000;

if (address && viewer && "locks" in navigator && "BroadcastChannel" in window) {
  const name = `gensvar-live-${viewer}`;
  const others = new BroadcastChannel(name);
  let heardAt = Date.now();
  let shown = null;

  const raise = (event) => document.body.dispatchEvent(new CustomEvent(event));

  const hear = ({ event, numbers }) => {
    heardAt = Date.now();
    if (shown) { shown.remove(); shown = null; raise("live-all"); }
    document.body.dataset.live = "";
    if (event === "all" || event === "offers" || event === "chats") raise(`live-${event}`);
    if (event !== "cases") return;
    raise("live-cases");
    for (const number of numbers) raise(`live-case-${number}`);
  };

  const pass = (message) => { hear(message); others.postMessage(message); };

  const listen = (isHeir) => {
    const stream = new EventSource(address, { withCredentials: true });
    stream.addEventListener("ping", () => pass({ event: "ping" }));
    stream.addEventListener("all", () => pass({ event: "all" }));
    stream.addEventListener("offers", () => pass({ event: "offers" }));
    stream.addEventListener("chats", () => pass({ event: "chats" }));
    stream.addEventListener("cases", ({ data }) => pass({ event: "cases", numbers: JSON.parse(data) }));
    // What was missed while it was away is asked for again; closed means refused: signed out, or the process is gone.
    let missed = isHeir;
    stream.addEventListener("open", () => { if (missed) pass({ event: "all" }); missed = true; });
    stream.addEventListener("error", () => { if (stream.readyState === EventSource.CLOSED) setTimeout(listen, RETRY, true); });
  };

  // Without the stream everything is asked for now and then, and the page says since when.
  const watch = () => {
    if (Date.now() - heardAt < SILENT) return;
    delete document.body.dataset.live;
    raise("live-all");
    if (shown) return;
    shown = document.getElementById("not-live-since")?.content.cloneNode(true).firstElementChild;
    if (!shown) return;
    const time = new Date(heardAt).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    const words = [...shown.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    words.data = words.data.replace("%(time)s", time);
    document.querySelector("[data-live-place], .strip")?.append(shown);
  };

  others.addEventListener("message", ({ data }) => hear(data));
  const lead = (isHeir) => { listen(isHeir); return new Promise(() => {}); };
  // Whoever takes the stream over from a tab that was closed asks for what was told to nobody in between.
  navigator.locks.request(name, { ifAvailable: true }, (lock) => {
    if (lock) return lead(false);
    navigator.locks.request(name, () => lead(true));
  });
  setInterval(watch, 10000);
}
