// In a [data-enter-sends] field Enter sends its form; Shift and Enter begins a new line.
addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches?.("[data-enter-sends]")) return;
  event.preventDefault();
  event.target.form?.requestSubmit();
});
