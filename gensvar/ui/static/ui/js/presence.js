// [data-writing] is 1 while somebody writes in the composer; colleagues who have the same case open see it at once.
const flag = document.querySelector("[data-writing]");

const note = () => {
  const fields = document.querySelectorAll(".composer textarea");
  const now = [...fields].some((field) => field.value.trim()) ? "1" : "0";
  if (flag.value === now) return;
  flag.value = now;
  document.getElementById("presence").dispatchEvent(new CustomEvent("writing"));
};

if (flag) {
  addEventListener("input", note);
  addEventListener("htmx:load", note);
  note();
}
