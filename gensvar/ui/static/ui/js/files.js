// <span class="file-pick">: says in the page's own language which files were chosen; the browser speaks its own.
addEventListener("change", ({ target }) => {
  const told = target.matches?.(".file-pick input[type=file]") && target.closest(".file-pick").querySelector("[data-none]");
  if (!told) return;
  const names = [...target.files].map(({ name }) => name);
  told.textContent = names.length ? names.join(", ") : told.dataset.none;
});
addEventListener("reset", ({ target }) => target.querySelectorAll(".file-pick [data-none]").forEach((told) => { told.textContent = told.dataset.none; }));
