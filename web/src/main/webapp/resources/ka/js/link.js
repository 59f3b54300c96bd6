/** Asks the portal for the title of the page whose address was typed, as the button does without scripts; a title that somebody typed is left alone. */
const address = document.querySelector('[data-ka-address]');
const title = document.getElementById(address.id.replace(/address$/, 'title'));
const state = document.getElementById('titel-stand');
const PATIENCE_MS = 8 * 1000;
let asked = address.value.trim();
let ours = '';

function tell(text, link) {
  state.replaceChildren(text);
  if (link) {
    const there = document.createElement('a');
    there.href = `${state.dataset.home}/${link.id}`;
    there.textContent = link.title;
    state.append(': ', there);
  }
}

async function ask() {
  const typed = address.value.trim();
  if (typed === '' || typed === asked) {
    return;
  }
  asked = typed;
  tell(state.dataset.tAsking);
  try {
    const answer = await fetch(address.dataset.kaAddress, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ address: typed }), signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const said = answer.ok ? await answer.json() : {};
    if (address.value.trim() !== typed) {
      return;
    }
    if (said.shared) {
      tell(state.dataset.tSame, said.shared);
    } else if (said.title && (title.value.trim() === '' || title.value === ours)) {
      ours = said.title;
      title.value = said.title;
      tell(state.dataset.tFound);
    } else {
      tell(said.title || title.value.trim() !== '' ? '' : state.dataset.tSilent);
    }
  } catch {
    tell(title.value.trim() === '' ? state.dataset.tSilent : '');
  }
}

address.addEventListener('change', ask);
