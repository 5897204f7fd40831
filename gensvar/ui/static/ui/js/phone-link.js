// How pages of the desk speak with the phone in its own window (see phone.js): whether it is open, answering, muting.
const link = document.getElementById("phone-link");
const viewer = document.documentElement.dataset.viewer;
const SILENT = 6000;

if (link && viewer && "BroadcastChannel" in window) {
  const phone = new BroadcastChannel(`gensvar-phone-${viewer}`);
  let heardAt = 0, stands = { state: "away", isMuted: false };

  function draw() {
    if (Date.now() - heardAt > SILENT) stands = { state: "away", isMuted: false };
    const isThere = ["ready", "ringing", "talking"].includes(stands.state);
    const word = stands.isMuted ? "silent" : isThere ? "there" : "away";
    for (const one of link.querySelectorAll("[data-phone]")) one.hidden = one.dataset.phone !== word;
    link.dataset.tone = word === "there" ? "good" : "warn";
    for (const one of document.querySelectorAll("[data-phone-act=mute]")) {
      one.hidden = stands.state !== "talking";
      one.setAttribute("aria-pressed", String(stands.isMuted));
    }
  }

  phone.addEventListener("message", ({ data }) => {
    if (!("state" in data)) return;
    heardAt = data.state === "away" ? 0 : Date.now();
    stands = data;
    draw();
  });
  // To give the address of a window that is open would load it anew, and end its call.
  addEventListener("click", (event) => {
    if (!event.target.closest("a[target=gensvar-phone]")) return;
    const [width, height] = link.dataset.sizeOfWindow.split(",");
    const opened = window.open("", link.target, `popup,width=${width},height=${height}`);
    if (!opened) return;
    event.preventDefault();
    if (opened.location.href === "about:blank") opened.location.assign(link.href);
    opened.focus();
  });
  addEventListener("click", ({ target }) => { if (target.closest("[data-phone-act=mute]")) phone.postMessage({ do: "mute" }); });
  addEventListener("submit", ({ target }) => { if (target.matches("[data-phone-act=answer]")) phone.postMessage({ do: "answer" }); });
  addEventListener("htmx:afterSettle", draw);
  setInterval(draw, 2000);
  phone.postMessage({ do: "ask" });
  draw();
}
