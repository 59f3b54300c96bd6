/**
 * What every page needs: menus close on Escape and on a click elsewhere, an error summary takes the focus and
 * leads to its fields, a form is not sent twice, and says so where its answer takes long.
 */
const openMenus = () => document.querySelectorAll('[data-ka-menu][open]');

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') {
    return;
  }
  for (const menu of openMenus()) {
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) {
      menu.querySelector('summary').focus();
    }
  }
});

document.addEventListener('click', (event) => {
  for (const menu of openMenus()) {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  }
});

document.addEventListener('focusin', (event) => {
  for (const menu of openMenus()) {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  }
});

/** A link of the summary leads into the field: where the id is that of a group, to its first control. */
document.addEventListener('click', (event) => {
  const link = event.target.closest('.ka-messages a[href^="#"]');
  const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!target) {
    return;
  }
  const control = target.matches('input, select, textarea, button') ? target : target.querySelector('input, select, textarea');
  event.preventDefault();
  for (let fold = target.closest('details:not([open])'); fold; fold = fold.parentElement.closest('details:not([open])')) {
    fold.open = true;
  }
  (control ?? target).focus();
  (target.closest('.ka-field') ?? target).scrollIntoView({ block: 'center' });
});

/** What was refused is not hidden in a fold. */
document.querySelectorAll('details:not([open]) [aria-invalid="true"]').forEach((field) => {
  field.closest('details').open = true;
});

document.querySelector('.ka-messages .ka-notice-danger')?.focus();

/** A second click while the answer is under way changes nothing; coming back by the browser's arrow frees the form. */
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) {
    return;
  }
  if (form.dataset.kaSent) {
    event.preventDefault();
    return;
  }
  form.dataset.kaSent = 'true';
  form.querySelector('[data-ka-busy]')?.removeAttribute('hidden');
});
window.addEventListener('pageshow', () => document.querySelectorAll('form[data-ka-sent]').forEach((form) => {
  delete form.dataset.kaSent;
  form.querySelector('[data-ka-busy]')?.setAttribute('hidden', '');
}));
