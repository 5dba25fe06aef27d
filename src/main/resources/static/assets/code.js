// Код из СМС. Без этого файла всё работает: страница говорит, когда можно выслать новый код, а код вводят руками.

// 1. Отсчёт: пока он идёт, кнопка не нажимается.
for (const line of document.querySelectorAll("[data-countdown]")) {
  const clock = line.querySelector("[data-clock]");
  if (!clock) continue;
  const button = document.getElementById(line.dataset.countdown);
  const [minutes, seconds] = clock.textContent.split(":").map(Number);
  const end = Date.now() + (minutes * 60 + seconds) * 1000;
  const hold = (waiting) => {
    button.disabled = waiting;
    if (waiting) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  };
  hold(true);
  const tick = () => {
    const left = Math.ceil((end - Date.now()) / 1000);
    if (left <= 0) {
      hold(false);
      line.textContent = line.dataset.over;
      clearInterval(timer);
    } else {
      clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    }
  };
  const timer = setInterval(tick, 500);
}

// 2. WebOTP: Android спрашивает, можно ли вставить код из СМС, чья последняя строка называет этот сайт.
const field = document.getElementById("code");
if (field && "OTPCredential" in window) {
  const waiting = new AbortController();
  field.form.addEventListener("submit", () => waiting.abort());
  navigator.credentials
    .get({ otp: { transport: ["sms"] }, signal: waiting.signal })
    .then((sms) => { field.value = sms.code; })
    .catch(() => {}); // отказались или не дождались: код вводят руками
}
