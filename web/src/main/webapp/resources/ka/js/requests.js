/** Keys for whoever works through many requests, while the focus is in the list: j and k go down and up, x picks, g, f, n and b lead to what the entry offers. */
const form = document.querySelector('[data-ka-requests]');
const rows = form ? [...form.querySelectorAll('[data-ka-request]')] : [];

const here = () => rows.findIndex(row => row.contains(document.activeElement));
const go = to => rows[Math.max(0, Math.min(rows.length - 1, to))]?.querySelector('.ka-entry-pick').focus();

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || !form || event.target.matches('textarea, input:not([type=checkbox]), select')) {
    return;
  }
  if (!form.contains(document.activeElement)) {
    return;
  }
  const row = rows[here()];
  if (event.key === 'j') {
    go(here() + 1);
  } else if (event.key === 'k') {
    go(here() - 1);
  } else if (event.key === 'x' && row) {
    row.querySelector('.ka-entry-pick').click();
  } else if (row) {
    row.querySelector(`[data-ka-key="${CSS.escape(event.key)}"]`)?.focus();
  }
});
