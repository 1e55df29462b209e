// A button that copies what stands in an input: `data-copy` names the input, `data-copied` says it is done.

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    const input = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(input.value);
      button.textContent = button.dataset.copied;
    } catch {
      // Without the clipboard (plain http) the text is selected, ready for Ctrl+C.
      input.focus();
      input.select();
    }
  });
}
