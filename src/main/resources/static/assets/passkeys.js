// Ключи доступа: форма с data-passkey спрашивает браузер и уходит с его ответом в поле credential.
// На странице входа ключ ещё и предлагается среди подсказок поля «Логин».

const form = document.querySelector("[data-passkey]");
const field = form.elements.credential;
const state = form.querySelector("[data-state]");
const RENEWED = 4 * 60_000; // вопрос сервера действует пять минут
let waiting = null;

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const readable = (keys = []) => keys.map((key) => ({ ...key, id: bytes(key.id) }));

async function question() {
  const answer = await fetch(form.dataset.options, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.status);
  const asked = await answer.json();
  asked.challenge = bytes(asked.challenge);
  asked.allowCredentials = readable(asked.allowCredentials);
  asked.excludeCredentials = readable(asked.excludeCredentials);
  if (asked.user) asked.user.id = bytes(asked.user.id);
  return asked;
}

function written(key) {
  const { response } = key;
  const parts = { clientDataJSON: text(response.clientDataJSON) };
  if (response.attestationObject) {
    parts.attestationObject = text(response.attestationObject);
    parts.transports = response.getTransports?.() ?? [];
  } else {
    parts.authenticatorData = text(response.authenticatorData);
    parts.signature = text(response.signature);
    if (response.userHandle) parts.userHandle = text(response.userHandle);
  }
  return JSON.stringify({
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    authenticatorAttachment: key.authenticatorAttachment ?? undefined,
    clientExtensionResults: key.getClientExtensionResults(),
    response: parts,
  });
}

function send(key) {
  field.value = written(key);
  form.submit();
}

form.addEventListener("submit", async (e) => {
  e.preventDefault();
  waiting?.abort();
  waiting = null;
  state.textContent = "";
  try {
    send(await navigator.credentials[form.dataset.passkey]({ publicKey: await question() }));
  } catch (error) {
    state.textContent = (error.name === "InvalidStateError" && form.dataset.present) || form.dataset.failed;
  }
});

async function offer() {
  waiting = new AbortController();
  const { signal } = waiting;
  const renewal = setTimeout(() => waiting?.signal === signal && (waiting.abort(), offer()), RENEWED);
  try {
    send(await navigator.credentials.get({ publicKey: await question(), mediation: "conditional", signal }));
  } catch {
    clearTimeout(renewal);
  }
}

if (!window.PublicKeyCredential) {
  state.textContent = form.dataset.unable;
  form.querySelector("[type=submit]").disabled = true;
} else if (form.dataset.passkey === "get" && (await PublicKeyCredential.isConditionalMediationAvailable?.())) {
  offer();
}
