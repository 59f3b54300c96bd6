/**
 * Sends files to the portal, three at a time, each with its progress, and takes what came in over into the page's form:
 * the server renders the new file's fields, so that there is one markup for them. Fields that are there already are
 * never touched, since somebody may be typing in them.
 */
const AT_ONCE = 3;

const zone = document.querySelector('[data-ka-upload]');
const files = document.querySelector('[data-ka-files]');
const form = files.closest('form');
const rows = files.querySelector('[data-ka-rows]');
const status = zone.querySelector('[data-ka-status]');
const list = zone.querySelector('[data-ka-list]');
const input = zone.querySelector('input[type=file]');
const unfinished = files.querySelector('[data-ka-unfinished]');
const single = 'kaSingle' in files.dataset;
const texts = zone.dataset;
const waiting = [];
const running = new Set();
let arrivals = Promise.resolve();
let arrived = 0;
let total = 0;

const fill = (text, ...values) => values.reduce((all, value, i) => all.replaceAll(`{${i}}`, value), text);
const size = (bytes) => {
  const units = bytes < 1024 * 1024 ? [1024, 'KB', 0] : [1024 * 1024, 'MB', 1];
  return `${(Math.max(bytes, 1) / units[0]).toLocaleString(document.documentElement.lang, { maximumFractionDigits: units[2] })} ${units[1]}`;
};
const tell = (text) => { status.textContent = text; };

/** The form is there once there is something to describe; without scripts it is there from the start. */
function showForm() {
  unfinished.hidden = unfinished.hidden || running.size + waiting.length === 0;
  files.hidden = rows.children.length === 0 && running.size === 0 && waiting.length === 0;
}

/** One file on its way: its line in the list, its request. */
function Transfer(file) {
  const line = zone.querySelector('template').content.firstElementChild.cloneNode(true);
  const state = line.querySelector('.ka-upload-state');
  const bar = line.querySelector('progress');
  const cancel = line.querySelector('[data-ka-cancel]');
  const retry = line.querySelector('[data-ka-retry]');
  let request = null;

  line.querySelector('.ka-upload-name').textContent = file.name;
  bar.setAttribute('aria-label', file.name);
  const name = (button, text) => {
    button.textContent = text;
    button.setAttribute('aria-label', `${text}: ${file.name}`);
  };
  const cancelling = cancel.textContent;
  name(cancel, cancelling);
  name(retry, retry.textContent);
  list.append(line);

  const end = (text, mayTryAgain) => {
    line.classList.add('ka-upload-failed');
    state.textContent = text;
    bar.hidden = true;
    retry.hidden = !mayTryAgain;
    name(cancel, texts.tDismiss);
    running.delete(transfer);
    tell(`${file.name}: ${text}`);
    next();
  };

  const transfer = {
    start() {
      running.add(transfer);
      request = new XMLHttpRequest();
      request.open('POST', `${texts.kaUpload}?name=${encodeURIComponent(file.name)}`);
      request.setRequestHeader('Accept', 'application/json');
      request.upload.addEventListener('progress', (event) => {
        const percent = Math.floor((event.loaded / file.size) * 100);
        bar.value = percent;
        state.textContent = percent < 100 ? fill(texts.tProgress, percent, size(file.size)) : texts.tChecking;
      });
      request.addEventListener('load', () => (request.status === 201 ? done(JSON.parse(request.responseText)) : refused()));
      request.addEventListener('error', () => end(texts.tFailed, true));
      request.addEventListener('abort', () => end(texts.tCancelled, true));
      document.dispatchEvent(new Event('ka:used'));
      request.send(file);
    },
  };

  function done(upload) {
    document.dispatchEvent(new Event('ka:used'));
    running.delete(transfer);
    arrived += 1;
    const hadFocus = line.contains(document.activeElement);
    arrivals = arrivals.then(() => takeOver(upload.id)).then(() => {
      line.remove();
      if (hadFocus) {
        rows.lastElementChild?.querySelector('input:not([type=hidden]), button')?.focus();
      }
      tell(total > 1 ? fill(texts.tAll, arrived, total) : `${upload.fileName}: ${fill(texts.tDone, size(upload.size))}`);
    }).catch(() => end(texts.tFailed, true));
    next();
  }

  /** Why a file is refused stands in the answer; an answer that is none comes from something in between. */
  function refused() {
    try {
      const problem = JSON.parse(request.responseText);
      end(problem.detail, request.status >= 500 || request.status === 429);
    } catch {
      end(texts.tFailed, true);
    }
  }

  cancel.addEventListener('click', () => {
    if (running.has(transfer)) {
      request.abort();
    } else {
      const place = waiting.indexOf(transfer);
      if (place >= 0) {
        waiting.splice(place, 1);
      }
      line.remove();
      input.focus();
      showForm();
    }
  });
  retry.addEventListener('click', () => {
    line.classList.remove('ka-upload-failed');
    retry.hidden = true;
    name(cancel, cancelling);
    bar.hidden = false;
    bar.value = 0;
    cancel.focus();
    queue(transfer);
  });
  transfer.wait = () => { state.textContent = texts.tWaiting; };
  transfer.refuse = (text) => end(text, false);
  return transfer;
}

function queue(transfer) {
  transfer.wait();
  waiting.push(transfer);
  next();
}

function next() {
  while (running.size < AT_ONCE && waiting.length > 0) {
    waiting.shift().start();
  }
  showForm();
}

function add(chosen) {
  for (const file of single ? [...chosen].slice(0, 1) : chosen) {
    const transfer = Transfer(file);
    if (file.size === 0) {
      transfer.refuse(texts.tEmpty);
    } else if (file.size > Number(texts.maxBytes)) {
      transfer.refuse(fill(texts.tLarge, size(file.size), size(Number(texts.maxBytes))));
    } else {
      total += 1;
      queue(transfer);
    }
  }
}

/** Fetches this page with the new file and takes only that file's fields from it. */
async function takeOver(id) {
  const address = new URL(location.href);
  address.searchParams.delete('meldung');
  address.searchParams.append('datei', id);
  const answer = await fetch(address, { redirect: 'manual' });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const row = page.querySelector(`[data-ka-file="${id}"]`);
  if (single) {
    rows.querySelectorAll('[data-ka-file]').forEach((old) => drop(old));
  }
  rows.append(document.adoptNode(row));
  addToForm('datei', id);
  keepInAddress(address);
  showForm();
}

/** Here and where the form is sent to: signing in again leads back there, and nothing of the form but its address is left. */
function keepInAddress(address) {
  history.replaceState(null, '', address);
  form.action = address.pathname + address.search;
}

function addToForm(name, value) {
  const hidden = document.createElement('input');
  Object.assign(hidden, { type: 'hidden', name, value });
  form.append(hidden);
}

/** A file that was taken away keeps its place among the form's files, since the server finds inputs by it. */
function drop(row) {
  const id = row.dataset.kaFile;
  row.remove();
  addToForm('ohne', id);
  const address = new URL(location.href);
  address.searchParams.append('ohne', id);
  keepInAddress(address);
  showForm();
  fetch(`${texts.kaUpload}/${id}`, { method: 'DELETE' });
}

rows.addEventListener('click', (event) => {
  const button = event.target.closest('[data-ka-remove]');
  if (button) {
    const row = button.closest('[data-ka-file]');
    drop(row);
    tell(fill(files.dataset.tRemoved, row.dataset.name));
    input.focus();
  }
});

function takeChosen() {
  add(input.files);
  input.value = '';
}

input.addEventListener('change', takeChosen);

const drops = zone.querySelector('[data-ka-drop]');
const carriesFiles = (event) => event.dataTransfer?.types.includes('Files');
// A file that misses the zone must not replace the page.
window.addEventListener('dragover', (event) => carriesFiles(event) && event.preventDefault());
window.addEventListener('drop', (event) => carriesFiles(event) && event.preventDefault());
drops.addEventListener('dragenter', () => drops.classList.add('ka-drop-over'));
drops.addEventListener('dragleave', (event) => drops.contains(event.relatedTarget) || drops.classList.remove('ka-drop-over'));
drops.addEventListener('drop', (event) => {
  event.preventDefault();
  drops.classList.remove('ka-drop-over');
  add(event.dataTransfer.files);
});

form.addEventListener('submit', (event) => {
  if (running.size > 0 || waiting.length > 0) {
    event.preventDefault();
    unfinished.hidden = false;
    tell(unfinished.textContent);
  }
}, { capture: true });

window.addEventListener('beforeunload', (event) => {
  if (running.size > 0) {
    event.preventDefault();
  }
});

if (single) {
  input.multiple = false;
}
showForm();
// somebody may have chosen files before this script was there
takeChosen();
