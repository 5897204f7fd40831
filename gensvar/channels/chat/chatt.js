// Gensvar's chat on any site: <script src="https://…/chatt.js" data-klient="exempelby" defer></script>
// It draws one button in a shadow tree with a sheet of its own, and opens the chat in a frame of our origin when
// somebody presses it: before that nothing is fetched and nothing is kept. Needs of the site's policy: our origin in
// script-src and frame-src. Links with data-gensvar-chatt open it too; without script they lead where they lead.
(() => {
  const script = document.currentScript;
  if (!script || window.gensvarChat) return;
  window.gensvarChat = true;
  const origin = new URL(script.src).origin;
  const code = script.dataset.klient ?? "";
  const language = (script.dataset.sprak || document.documentElement.lang || "sv").startsWith("en") ? "en" : "sv";
  const words = {
    sv: { open: "Chatta med oss", hide: "Dölj chatten", title: "Chatt", one: "1 nytt svar i chatten", many: "{count} nya svar i chatten" },
    en: { open: "Chat with us", hide: "Hide the chat", title: "Chat", one: "1 new answer in the chat", many: "{count} new answers in the chat" },
  }[language];
  const place = `gensvar-chat-used-${code}`;
  const style = `
    :host { all: initial; }
    .box { position: fixed; inset-block-end: 16px; inset-inline-end: 16px; z-index: 2147483000; display: grid; justify-items: end; gap: 8px; font: 16px/24px system-ui, sans-serif; }
    .box.left { inset-inline: 16px auto; justify-items: start; }
    button { font: inherit; font-weight: 600; min-height: 48px; padding: 10px 20px; border: 2px solid #fff; border-radius: 24px; background: #155aa7; color: #fff; cursor: pointer; box-shadow: 0 2px 10px #0005; }
    button:hover { background: #0f4682; }
    button:focus-visible { outline: 3px solid #155aa7; outline-offset: 3px; }
    iframe { border: 1px solid #7a8189; border-radius: 12px; width: min(400px, calc(100vw - 32px)); height: min(640px, calc(100dvh - 104px)); background: #fff; box-shadow: 0 4px 30px #0006; }
    [hidden] { display: none; }
    .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @media (prefers-color-scheme: dark) { button { background: #7cb9f8; color: #0a1a2c; border-color: #0a1a2c; } button:hover { background: #a5d0fb; } iframe { background: #191d24; } }
    @media (max-width: 480px) { .box.open { inset: 0; gap: 0; } .box.open iframe { width: 100vw; height: 100dvh; border: 0; border-radius: 0; } .box.open button { display: none; } }
    @media print { .box { display: none; } }`;

  const element = (name, more) => Object.assign(document.createElement(name), more);
  const host = element("div");
  const tree = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  tree.adoptedStyleSheets = [sheet];
  const box = element("div", { className: `box${script.dataset.plats === "vanster" ? " left" : ""}` });
  const button = element("button", { type: "button", textContent: words.open });
  button.setAttribute("aria-expanded", "false");
  const said = element("span", { className: "said" });
  said.setAttribute("role", "status");
  box.append(said, button);
  tree.append(box);

  let frame = null;
  let isOpen = false;
  let unread = 0;
  let isReady = false;
  let opener = button;
  const used = (is) => { try { if (is) sessionStorage.setItem(place, "1"); else sessionStorage.removeItem(place); } catch { /* this page only */ } };
  // Before the frame says that it is ready, an empty page stands in it.
  const tell = (act) => { if (isReady) frame.contentWindow.postMessage({ gensvar: true, act }, origin); };

  const label = () => {
    const news = unread === 1 ? words.one : words.many.replace("{count}", unread);
    button.textContent = isOpen ? words.hide : unread ? `${words.open} (${unread})` : words.open;
    said.textContent = unread ? news : "";
  };
  const load = () => {
    if (frame) return;
    frame = element("iframe", { title: words.title, src: `${origin}/chatt/${encodeURIComponent(code)}/?ram=1&sprak=${language}`, hidden: true });
    frame.allow = "";
    box.prepend(frame);
  };
  const open = () => {
    load();
    isOpen = true;
    unread = 0;
    frame.hidden = false;
    box.classList.add("open");
    button.setAttribute("aria-expanded", "true");
    label();
    frame.focus();
    tell("shown");
  };
  const hide = () => {
    isOpen = false;
    if (frame) frame.hidden = true;
    box.classList.remove("open");
    button.setAttribute("aria-expanded", "false");
    label();
    tell("hidden");
    opener.focus();
  };

  button.addEventListener("click", () => { opener = button; if (isOpen) hide(); else open(); });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-gensvar-chatt]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    opener = link;
    open();
  });
  addEventListener("message", ({ source, origin: from, data }) => {
    if (!frame || source !== frame.contentWindow || from !== origin || !data?.gensvar) return;
    if (data.act === "hide" && isOpen) hide();
    if (data.act === "begun") used(true);
    if (data.act === "over") used(false);
    if (data.act === "ready") { isReady = true; tell(isOpen ? "shown" : "hidden"); }
    if (data.act === "news" && !isOpen) { unread += data.count; label(); }
  });

  const begin = () => {
    document.body.append(host);
    try { if (sessionStorage.getItem(place)) load(); } catch { /* nothing is kept */ }
  };
  if (document.body) begin(); else addEventListener("DOMContentLoaded", begin);
})();
