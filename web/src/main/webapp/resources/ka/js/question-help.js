/**
 * While the title of a question is typed (ka:helping), lists below it what may already answer it. Asks GET {data-ka-help}&q=… for
 * [{"id", "title", "url", "facts", "passage": [{"text", "marked"}], "page", "quiet"}]. Without this script the page only lacks the list.
 */
const WAIT_MS = 300;
const LEAST = 4;

function helping(box) {
  const input = document.getElementById(box.dataset.kaFor);
  const section = box.querySelector('section');
  const list = box.querySelector('ol');
  const status = box.querySelector('[role="status"]');
  let timer = 0;
  let asked = new AbortController();
  let last = '';

  const line = (style, ...content) => {
    const element = document.createElement('p');
    element.className = style;
    element.append(...content);
    return element;
  };

  const piece = (part) => {
    if (!part.marked) {
      return part.text;
    }
    const mark = document.createElement('mark');
    mark.textContent = part.text;
    return mark;
  };

  const item = (hit) => {
    const element = document.createElement('li');
    const title = document.createElement('h3');
    const link = document.createElement('a');
    const take = document.createElement('button');
    element.className = 'ka-entry';
    title.className = 'ka-entry-title';
    link.href = hit.url;
    link.textContent = hit.title;
    title.append(link);
    take.className = 'ka-button ka-button-secondary';
    take.type = 'submit';
    take.setAttribute('form', box.dataset.kaForm);
    take.name = 'beitrag';
    take.value = hit.id;
    take.textContent = box.dataset.tTake;
    take.setAttribute('aria-label', `${box.dataset.tTake}: ${hit.title}`);
    element.append(title, line('ka-facts', hit.facts),
      line('ka-entry-text ka-entry-passage', ...(hit.page ? [`${hit.page}: `] : []), ...hit.passage.map(piece)), line('ka-entry-quiet', hit.quiet), take);
    return element;
  };

  const show = (hits) => {
    // what the reader is about to use must not go away under her
    if (!list.contains(document.activeElement)) {
      list.replaceChildren(...hits.map(item));
      section.hidden = hits.length === 0;
    }
    status.textContent = hits.length === 0 ? '' : (hits.length === 1 ? box.dataset.tOne : box.dataset.tMany.replace('{0}', hits.length));
  };

  const ask = async () => {
    const text = input.value.trim();
    asked.abort();
    if (text.length < LEAST) {
      last = '';
      show([]);
      return;
    }
    if (text === last) {
      return;
    }
    asked = new AbortController();
    try {
      const answer = await fetch(`${box.dataset.kaHelp}&q=${encodeURIComponent(input.value)}`,
        { signal: asked.signal, headers: { Accept: 'application/json' } });
      if (answer.ok && !answer.redirected && answer.headers.get('Content-Type')?.includes('json')) {
        show(await answer.json());
        last = text;
      }
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        show([]);
      }
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  });
  // what was typed before she left stands there again
  window.addEventListener('pageshow', ask);
}

document.querySelectorAll('[data-ka-help]').forEach(helping);
