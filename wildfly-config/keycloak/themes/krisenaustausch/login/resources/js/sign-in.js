/**
 * Makes the sign-in pages comfortable; all of them work without it. Follows a sign-in that happened in another tab,
 * shows a password on demand, sends a form once only.
 */
import { checkAuthSession, startSessionPolling } from "./authChecker.js";

const { kaOtherTab, kaAttempt } = document.body.dataset;
if (kaOtherTab) {
  startSessionPolling(kaOtherTab);
}
if (kaAttempt) {
  checkAuthSession(kaAttempt);
}

for (const button of document.querySelectorAll("button[data-ka-show]")) {
  const input = document.getElementById(button.getAttribute("aria-controls"));
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = input.type === "password";
    input.type = shown ? "text" : "password";
    button.setAttribute("aria-label", shown ? button.dataset.kaHide : button.dataset.kaShow);
    button.firstElementChild.className = shown ? "ka-icon ka-icon-eye-off" : "ka-icon ka-icon-eye";
  });
}

for (const form of document.querySelectorAll("form[data-ka-once]")) {
  let sent = false;
  form.addEventListener("submit", event => {
    if (sent) {
      event.preventDefault();
    }
    sent = true;
  });
  // the browser brings the page back as it was: then it may be sent again
  addEventListener("pageshow", () => { sent = false; });
}
