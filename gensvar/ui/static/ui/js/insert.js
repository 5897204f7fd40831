// [data-insert=id] puts the words of the element with that id into the textarea [data-insert-into=id], and
// what is in its <template> beside it, so that the answer tells which article it was given with.
function insert(button) {
  const field = document.getElementById(button.dataset.insertInto);
  const words = document.getElementById(button.dataset.insert)?.content.textContent.trim();
  if (!field || !words) return false;
  const before = field.value.slice(0, field.selectionStart).replace(/\s+$/, "");
  const after = field.value.slice(field.selectionEnd).replace(/^\s+/, "");
  field.value = [before, words, after].filter(Boolean).join("\n\n");
  const end = [before, words].filter(Boolean).join("\n\n").length;
  const panel = field.closest("[data-panel]");
  if (panel) document.querySelector(`[data-tab-list] a[href="#${CSS.escape(panel.id)}"]`)?.click();
  field.focus();
  field.setSelectionRange(end, end);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

function remember(button) {
  const list = document.getElementById(button.dataset.insertUsed ?? "");
  const mark = document.getElementById(`${button.dataset.insert}-used`)?.content;
  if (!list || !mark) return;
  const value = mark.querySelector("input").value;
  if (list.querySelector(`input[value="${CSS.escape(value)}"]`)) return;
  list.append(mark.cloneNode(true));
  list.hidden = false;
}

addEventListener("click", (event) => {
  const button = event.target.closest("[data-insert]");
  if (button && insert(button)) {
    event.preventDefault();
    remember(button);
  }
  const drop = event.target.closest("[data-act=drop-used]");
  if (drop) drop.closest("li").remove();
});
