/**
 * A document's page: reads the state of its file anew while the portal works on it, and copies the page's address.
 */
const LONGEST_MS = 30 * 1000;
const GIVE_UP_MS = 10 * 60 * 1000;

const working = () => document.querySelector('[data-ka-working="true"]') !== null;

/** Exchanges the parts that the work on the file changes, and no others; what is the same stays as it is. */
async function refresh() {
  const answer = await fetch(location.href, { redirect: 'manual', cache: 'no-store' });
  if (!answer.ok) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-ka-part]')) {
    const now = page.getElementById(part.id);
    if (!now) {
      continue;
    }
    // the work may end without a change that is seen
    Object.assign(part.dataset, now.dataset);
    if (now.innerHTML !== part.innerHTML) {
      part.replaceChildren(...now.childNodes);
    }
  }
}

function watch(pause, since) {
  if (!working() || Date.now() - since > GIVE_UP_MS) {
    return;
  }
  setTimeout(async () => {
    // A tab that nobody looks at asks nothing
    if (!document.hidden) {
      await refresh().catch(() => {});
    }
    watch(Math.min(pause * 1.5, LONGEST_MS), since);
  }, pause);
}

watch(1500, Date.now());

for (const section of document.querySelectorAll('[data-ka-copy]')) {
  const button = section.querySelector('button');
  section.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.link);
    section.querySelector('[role=status]').textContent = button.dataset.tDone;
  });
}
