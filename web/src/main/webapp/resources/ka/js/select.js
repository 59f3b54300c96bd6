/** A list whose entries can be chosen (ka:bulk): the bar below it appears when something is, and says how many. */
for (const form of document.querySelectorAll('[data-ka-select]')) {
  const bar = form.querySelector('[data-ka-bulk]');
  const chosen = form.querySelector('[data-ka-chosen]');
  const clear = form.querySelector('[data-ka-clear]');
  const boxes = () => [...form.elements].filter((box) => box.matches('.ka-entry-pick'));
  const picked = () => boxes().filter((box) => box.checked);

  const show = () => {
    const count = picked().length;
    const words = count === 1 ? chosen.dataset.tOne : chosen.dataset.tMany.replace('{0}', count);
    bar.hidden = count === 0;
    if (chosen.textContent !== words) {
      chosen.textContent = words;
    }
    for (const all of [...form.elements].filter((box) => box.matches('[data-ka-all]'))) {
      all.checked = count > 0 && count === boxes().length;
      all.indeterminate = count > 0 && !all.checked;
    }
  };

  clear.hidden = false;
  document.addEventListener('change', (event) => {
    if (event.target.form !== form) {
      return;
    }
    if (event.target.matches('[data-ka-all]')) {
      const wanted = event.target.checked;
      boxes().forEach((box) => { box.checked = wanted; });
    }
    show();
  });
  form.addEventListener('reset', () => {
    // The boxes are empty only after this event
    const [first] = picked();
    setTimeout(() => {
      show();
      first?.focus();
    });
  });
  window.addEventListener('pageshow', show);
  // Rows that come later, such as a table's next page, are not chosen yet
  new MutationObserver(show).observe(document.querySelector('main'), { childList: true, subtree: true });
}
