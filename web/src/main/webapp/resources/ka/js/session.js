/**
 * The idle session: warns two minutes before it ends, keeps it alive on request, and keeps what was typed so that it
 * is there again after signing in. Other tabs of the portal count as use.
 */
const WARN_MS = 2 * 60 * 1000;
const KEY = 'ka-getippt:';
const DAY_MS = 24 * 60 * 60 * 1000;

/** Which controls are kept: what a person typed or chose; never passwords, hidden fields, files. */
const kept = (form) => [...form.elements].filter((e) => e.name && !e.disabled && !e.readOnly
  && e.matches('textarea, select, input:not([type=password], [type=hidden], [type=file], [type=submit], [type=button], [type=search])'));
const forms = () => [...document.querySelectorAll('form[method="post"]:not([data-ka-forget])')];
const keyOf = (form, index) => `${KEY}${location.pathname}#${form.id || index}`;
const valueOf = (e) => (e.type === 'checkbox' || e.type === 'radio' ? e.checked : e.value);
const isBox = (e) => e.type === 'checkbox' || e.type === 'radio';

function remember(form, index, sent) {
  const values = kept(form).map((e) => [e.name, isBox(e) ? e.value : null, valueOf(e)]);
  try {
    sessionStorage.setItem(keyOf(form, index), JSON.stringify({ at: Date.now(), sent, values }));
  } catch {
    // Storage is full or forbidden: then nothing is kept, and nothing else suffers.
  }
}

/**
 * What was sent is the server's: once an answer came. A page that tells what was done, that carries the values itself
 * because of errors, or that is another one, is such an answer. The same page, fresh, is not: the sign-in had ended.
 */
function forgetAnswered() {
  const answered = new URLSearchParams(location.search).has('meldung') || document.querySelector('.ka-messages .ka-notice-danger');
  for (const key of Object.keys(sessionStorage).filter((k) => k.startsWith(KEY))) {
    const elsewhere = !key.startsWith(`${KEY}${location.pathname}#`);
    if (JSON.parse(sessionStorage.getItem(key)).sent && (answered || elsewhere)) {
      sessionStorage.removeItem(key);
    }
  }
}

function restore(form, index, dialog) {
  const stored = JSON.parse(sessionStorage.getItem(keyOf(form, index)) ?? 'null');
  if (!stored || Date.now() - stored.at > DAY_MS) {
    return;
  }
  let changed = false;
  for (const [name, value, state] of stored.values) {
    const control = kept(form).find((e) => e.name === name && (!isBox(e) || e.value === value));
    if (control && valueOf(control) !== state) {
      control[isBox(control) ? 'checked' : 'value'] = state;
      changed = true;
    }
  }
  if (changed) {
    document.getElementById('sitzung-meldung').textContent = dialog.dataset.kaKept;
  }
}

function keepForms(dialog) {
  const all = forms();
  all.forEach((form, index) => {
    if (kept(form).length === 0) {
      return;
    }
    restore(form, index, dialog);
    form.addEventListener('input', () => remember(form, index, false));
    form.addEventListener('submit', () => {
      if (sessionStorage.getItem(keyOf(form, index))) {
        remember(form, index, true);
      }
    });
  });
}

function watch(dialog) {
  const limit = Number(dialog.dataset.kaMinutes) * 60 * 1000;
  const text = document.getElementById('sitzung-rest');
  const again = dialog.querySelector('[data-ka-again]');
  const stay = dialog.querySelector('[data-ka-stay]');
  const tabs = new BroadcastChannel('ka-sitzung');
  let end = Date.now() + limit;

  const renew = (tell) => {
    end = Date.now() + limit;
    if (dialog.open) {
      dialog.close();
    }
    if (tell) {
      tabs.postMessage('genutzt');
    }
  };

  const over = () => {
    text.textContent = dialog.dataset.kaOver;
    stay.hidden = true;
    // the address may have grown since the page came, by files that were uploaded
    again.href = location.href;
    again.hidden = false;
    again.focus();
  };

  const ping = async () => {
    try {
      const answer = await fetch(dialog.dataset.kaPing, { redirect: 'manual', cache: 'no-store' });
      if (answer.status === 204) {
        renew(true);
        return;
      }
    } catch {
      return; // No connection: the time left goes on being shown, the person may try again.
    }
    over();
  };

  const tick = () => {
    const left = end - Date.now();
    if (left <= 0) {
      if (!dialog.open) {
        dialog.showModal();
      }
      if (again.hidden) {
        over();
      }
    } else if (left <= WARN_MS) {
      text.textContent = dialog.dataset.kaLeft.replace('{0}', `${Math.floor(left / 60000)}:${String(Math.floor(left / 1000) % 60).padStart(2, '0')}`);
      if (!dialog.open) {
        dialog.showModal();
        stay.focus();
      }
    }
  };

  tabs.addEventListener('message', () => renew(false));
  tabs.postMessage('genutzt');
  document.addEventListener('ka:used', () => renew(true));
  stay.addEventListener('click', ping);
  // Escape means "go on working" as long as there is something to go on with.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (again.hidden) {
      ping();
    }
  });
  setInterval(tick, 1000);
}

const dialog = document.getElementById('sitzung');
if (dialog) {
  forgetAnswered();
  keepForms(dialog);
  if (Number(dialog.dataset.kaMinutes) > 0) {
    watch(dialog);
  }
}
