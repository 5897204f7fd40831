// [data-act=print] prints the page, as the browser's own menu does.
addEventListener("click", (event) => {
  if (event.target.closest("[data-act=print]")) print();
});
