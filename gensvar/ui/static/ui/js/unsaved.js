// <form data-guard>: leaving the page with changes that were not sent asks first. The words are the browser's.
let leaving = false;

function selectChanged({ options, multiple }) {
  const chosen = [...options].filter((option) => option.defaultSelected);
  const first = chosen.length || multiple ? chosen : [...options].slice(0, 1);
  return [...options].some((option) => option.selected !== first.includes(option));
}

const changed = (form) => [...form.elements].some((field) => {
  if (field.type === "hidden" || field.disabled) return false;
  if (field.options) return selectChanged(field);
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.type === "file") return field.files.length > 0;
  return "defaultValue" in field && field.value !== field.defaultValue && !("draft" in field.dataset);
});

addEventListener("submit", (event) => { leaving = !event.defaultPrevented; });
addEventListener("pageshow", () => { leaving = false; });
addEventListener("beforeunload", (event) => {
  if (!leaving && [...document.querySelectorAll("form[data-guard]")].some(changed)) event.preventDefault();
});
