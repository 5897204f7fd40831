// Runs before the first paint: marks that script works and applies the remembered theme.
// Without a choice, or without storage, the computer's setting decides.
(() => {
  const root = document.documentElement;
  const choices = ["system", "light", "dark"];

  const remembered = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const remember = (theme) => { try { localStorage.setItem("theme", theme); } catch { /* only this page, then */ } };
  const apply = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };

  root.dataset.script = "";
  apply(remembered());

  addEventListener("click", ({ target }) => {
    if (!target.closest("[data-act=theme]")) return;
    const next = choices[(choices.indexOf(root.dataset.theme ?? "system") + 1) % choices.length];
    apply(next);
    remember(next);
  });
  addEventListener("storage", ({ key, newValue }) => { if (key === "theme") apply(newValue); });
})();
