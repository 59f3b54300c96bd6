/** A list whose entries can be chosen (ka:bulk): the bar below it appears when something is, and says how many. */
for (const form of document.querySelectorAll('[data-ka-select]')) {
  const bar = form.querySelector('[data-ka-bulk]');
  const chosen = form.querySelector('[data-ka-chosen]');
  const clear = form.querySelector('[data-ka-clear]');

  const show = () => {
    const count = form.querySelectorAll('.ka-entry-pick:checked').length;
    bar.hidden = count === 0;
    chosen.textContent = count === 1 ? chosen.dataset.tOne : chosen.dataset.tMany.replace('{0}', count);
  };

  clear.hidden = false;
  form.addEventListener('change', show);
  form.addEventListener('reset', () => {
    // The boxes are empty only after this event
    const first = form.querySelector('.ka-entry-pick:checked');
    setTimeout(() => {
      show();
      first?.focus();
    });
  });
  window.addEventListener('pageshow', show);
}
