// «Защита от роботов»: галочка запускает счёт в браузере (ALTCHA), ответ уходит со скрытым полем.
// Если счёт невозможен, остаётся вопрос про букву — тот же, что видят без скриптов.

const box = document.querySelector("[data-robot]");
const tick = box.querySelector("[type=checkbox]");
const field = box.querySelector("[name=solution]");
const state = document.getElementById("robot-state");
const form = box.closest("form");
let work = null;

const LONGEST = 60_000;

async function solve() {
  if (!crypto.subtle) throw new Error("no secure connection");
  const answer = await fetch(box.dataset.robot);
  if (!answer.ok) throw new Error(answer.status);
  const { algorithm, challenge, maxnumber, salt, signature } = await answer.json();
  const worker = new Worker(box.dataset.worker, { type: "module" });
  try {
    const number = await new Promise((found, failed) => {
      worker.onmessage = (e) => (e.data ? found(e.data.number) : failed(new Error("no solution")));
      worker.onerror = failed;
      setTimeout(failed, LONGEST);
      worker.postMessage({ type: "work", payload: { algorithm, challenge, max: maxnumber, salt, start: 0 } });
    });
    return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
  } finally {
    worker.terminate();
  }
}

async function begin() {
  state.textContent = box.dataset.working;
  try {
    field.value = await solve();
    state.textContent = box.dataset.done;
    tick.removeAttribute("aria-invalid");
  } catch {
    ask();
  }
}

function ask() {
  const letter = form.querySelector("noscript");
  letter.insertAdjacentHTML("afterend", letter.textContent);
  box.remove();
  state.textContent = box.dataset.failed;
}

tick.addEventListener("change", () => {
  field.value = "";
  state.textContent = "";
  work = tick.checked ? begin() : null;
});

// Кнопку нажали раньше, чем кончился счёт: дождёмся его.
form.addEventListener("submit", async (e) => {
  if (!work || field.value || !box.isConnected) return;
  e.preventDefault();
  const button = e.submitter;
  await work;
  if (field.value) form.requestSubmit(button);
});
