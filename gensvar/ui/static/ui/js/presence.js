// [data-writing] is 1 while somebody writes in the composer, so that colleagues who have the same case open see it.
const flag = document.querySelector("[data-writing]");

const note = () => {
  const fields = document.querySelectorAll(".composer textarea");
  if (flag) flag.value = [...fields].some((field) => field.value.trim()) ? "1" : "0";
};

if (flag) {
  addEventListener("input", note);
  addEventListener("htmx:load", note);
  note();
}
