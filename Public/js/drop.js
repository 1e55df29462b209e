// Files dropped on a page whose dialog takes files: they are chosen there, and the dialog asks for the rest.
const input = document.querySelector("dialog input[type=file][multiple]");
const opener = input && document.querySelector(`[data-opens="${input.closest("dialog").id}"]`);
const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
const mark = (isOver) => document.querySelector("main").classList.toggle("takes-files", isOver);

if (opener) {
  for (const name of ["dragenter", "dragover"]) {
    addEventListener(name, (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      mark(true);
    });
  }
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) mark(false); });
  addEventListener("drop", (event) => {
    mark(false);
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
    if (!input.closest("dialog").open) opener.click();
  });
}
