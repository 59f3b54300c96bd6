/** Puts a chosen file's text into the field for a list; UTF-8, or what German spreadsheets write when it is not. */
for (const part of document.querySelectorAll('[data-ka-list-file]')) {
  const target = document.getElementById(part.dataset.kaListFile);
  part.hidden = false;
  part.querySelector('input').addEventListener('change', async event => {
    const bytes = await event.target.files[0]?.arrayBuffer();
    if (bytes) {
      try {
        target.value = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      } catch {
        target.value = new TextDecoder('windows-1252').decode(bytes);
      }
      target.focus();
    }
  });
}
