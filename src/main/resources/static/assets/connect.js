// Подключение ЛС. Без этого файла номер вводят руками, а проверяет его сервер после отправки.

// 1. Номер проверен на ходу: поле узнаёт, есть ли в ответе ошибка.
const number = document.getElementById("ls");
document.body.addEventListener("htmx:afterSwap", (e) => {
  if (e.target.id !== "ls-state") return;
  if (e.target.querySelector(".field__error")) number.setAttribute("aria-invalid", "true");
  else number.removeAttribute("aria-invalid");
});

// 2. QR-код квитанции: его читает браузер, на сервер уходит только текст кода.
const form = document.getElementById("scan");
const state = form.querySelector("[data-state]");
const camera = document.getElementById("camera");
const video = camera.querySelector("video");
const picture = document.getElementById("picture");
let decoder = null;

// Не загрузился по плохой связи: в следующий раз загрузится снова.
function ready() {
  decoder ??= load().catch((failure) => {
    decoder = null;
    throw failure;
  });
  return decoder;
}

async function read(image) {
  const { readBarcodes } = await ready();
  const found = await readBarcodes(image, { formats: ["QRCode", "DataMatrix", "Aztec"], maxNumberOfSymbols: 4 });
  return found.find((one) => one.isValid && one.bytes.length > 8);
}

async function load() {
  const from = form.dataset.decoder;
  const zxing = await import(`${from}es/reader/index.js`);
  await zxing.prepareZXingModule({
    overrides: { locateFile: (file) => `${from}reader/${file}` },
    fireImmediately: true,
  });
  return zxing;
}

function send(code) {
  form.elements.code.value = btoa(String.fromCharCode(...code.bytes));
  form.submit();
}

form.querySelector("[data-picture]").addEventListener("click", () => picture.click());

picture.addEventListener("change", async () => {
  const [file] = picture.files;
  if (!file) return;
  state.textContent = form.dataset.looking;
  const loaded = await ready().catch(() => null);
  const code = loaded && (await read(file).catch(() => null));
  picture.value = "";
  if (code) send(code);
  else state.textContent = loaded ? form.dataset.none : form.dataset.broken;
});

// Камера: кадр за кадром, пока окно открыто. Где её нет, остаётся снимок.
form.querySelector("[data-camera]").addEventListener("click", async () => {
  if (!navigator.mediaDevices?.getUserMedia) return picture.click();
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  } catch {
    state.textContent = form.dataset.denied;
    return;
  }
  state.textContent = "";
  camera.showModal();
  await video.play().catch(() => {});
  ready().then(look, () => {
    camera.close();
    state.textContent = form.dataset.broken;
  });
});

camera.addEventListener("close", () => {
  for (const track of video.srcObject?.getTracks() ?? []) track.stop();
  video.srcObject = null;
});

async function look() {
  const canvas = document.createElement("canvas");
  const frame = canvas.getContext("2d", { willReadFrequently: true });
  while (camera.open) {
    if (video.videoWidth > 0) {
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      frame.drawImage(video, 0, 0);
      const code = await read(frame.getImageData(0, 0, canvas.width, canvas.height)).catch(() => null);
      if (code && camera.open) {
        camera.close();
        return send(code);
      }
    }
    await new Promise((next) => setTimeout(next, 120));
  }
}
