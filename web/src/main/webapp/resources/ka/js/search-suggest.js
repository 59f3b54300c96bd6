/**
 * Suggestions while typing, in the header's search field and where an organisation is chosen: the ARIA combobox with a list
 * box. Without this script the field is an ordinary one. Asks GET {data-ka-suggest}?q=… for [{"text", "kind", "url" | "value"}]:
 * a chosen suggestion leads to its address, or fills the field with its value.
 */
const WAIT_MS = 180;
const LEAST = 2;

function combobox(form) {
  const input = form.querySelector('input[type="search"], input[type="text"]');
  const list = document.createElement('ul');
  const status = document.createElement('p');
  let options = [];
  let active = -1;
  let timer = 0;
  let asked = new AbortController();

  list.id = `${input.id}-vorschlaege`;
  list.className = 'ka-suggest';
  list.role = 'listbox';
  list.hidden = true;
  list.setAttribute('aria-label', form.dataset.kaListLabel);
  status.className = 'ka-live';
  status.role = 'status';
  form.append(list, status);
  input.role = 'combobox';
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const choose = (index) => {
    active = index;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === index)));
    if (index < 0) {
      input.removeAttribute('aria-activedescendant');
    } else {
      input.setAttribute('aria-activedescendant', list.children[index].id);
      list.children[index].scrollIntoView({ block: 'nearest' });
    }
  };

  const take = (option) => {
    if (option.url) {
      location.href = option.url;
      return;
    }
    input.value = option.value;
    clearTimeout(timer);
    asked.abort();
    close();
    status.textContent = '';
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };

  const item = (option, index) => {
    const element = document.createElement('li');
    const text = document.createElement('span');
    const kind = document.createElement('small');
    text.textContent = option.text;
    kind.textContent = option.kind ?? '';
    element.id = `${list.id}-${index}`;
    element.role = 'option';
    element.setAttribute('aria-selected', 'false');
    element.append(text, ' ', kind);
    element.addEventListener('mousedown', (event) => event.preventDefault());
    element.addEventListener('click', () => take(option));
    return element;
  };

  const show = (found) => {
    options = found;
    list.replaceChildren(...found.map(item));
    choose(-1);
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    status.textContent = found.length > 0 ? form.dataset.kaCount.replace('{0}', found.length) : form.dataset.kaNone;
  };

  const ask = async () => {
    const text = input.value.trim();
    asked.abort();
    if (text.length < LEAST) {
      close();
      return;
    }
    asked = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.kaSuggest}?q=${encodeURIComponent(text)}`,
        { signal: asked.signal, headers: { Accept: 'application/json' } });
      const known = answer.ok && !answer.redirected && answer.headers.get('Content-Type')?.includes('json');
      const found = known ? await answer.json() : [];
      if (document.activeElement === input) {
        show(found);
      }
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        close();
      }
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const open = !list.hidden;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault();
      if (!open) {
        show(options);
      }
      const places = options.length + 1;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose(((active + 1 + step + places) % places) - 1);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && open && active >= 0) {
      event.preventDefault();
      take(options[active]);
    }
  });
}

document.querySelectorAll('[data-ka-suggest]:not([data-ka-suggest=""])').forEach(combobox);
