// <form data-guard>: leaving the page with changes that were not sent asks first. The words are the browser's.
let leaving = false;

const changed = (form) => [...form.elements].some((field) => {
  if (field.type === "hidden" || field.disabled) return false;
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected);
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.type === "file") return field.files.length > 0;
  return "defaultValue" in field && field.value !== field.defaultValue && !("draft" in field.dataset);
});

addEventListener("submit", () => { leaving = true; });
addEventListener("pageshow", () => { leaving = false; });
addEventListener("beforeunload", (event) => {
  if (!leaving && [...document.querySelectorAll("form[data-guard]")].some(changed)) event.preventDefault();
});
