// [data-dialog=id] opens the dialog; without script its href or form asks the same on a page of its own.
// Escape closes (the browser does it) and focus returns to what opened it.
const opened = new WeakMap();

function show(dialog, opener) {
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
  opened.set(dialog, opener ?? document.activeElement);
  dialog.showModal();
  (dialog.querySelector("[autofocus]") ?? dialog.querySelector("input:not([type=hidden]), select, textarea, button"))?.focus();
}

addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  if (opener && document.getElementById(opener.dataset.dialog)) {
    event.preventDefault();
    show(document.getElementById(opener.dataset.dialog), opener);
  }
  if (event.target.closest("[data-act=close]")) event.target.closest("dialog")?.close();
  if (event.target.matches("dialog")) event.target.close();
});

addEventListener("dialog:open", ({ target, detail }) => show(target, detail?.opener));
document.addEventListener("close", ({ target }) => opened.get(target)?.focus?.(), true);
