// What browsers take for a date when a field of one is left: two digits are a year of this century, and what can't be a date
// is said at the field, in the browser's own words.
addEventListener("focusout", ({ target: field }) => {
  if (field.type !== "date") return;
  if (/^00\d\d-/.test(field.value)) {
    field.value = `20${field.value.slice(2)}`;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  const place = field.parentElement;
  place.querySelector(".mistyped")?.remove();
  if (field.validity.valid) return;
  const note = Object.assign(document.createElement("span"), { className: "problem mistyped", role: "alert" });
  note.textContent = field.validationMessage;
  place.append(note);
});
