// Reads the QR codes of a picture with ZXing-C++, which shares no code with the Java library that writes ours.
import { readFileSync } from "node:fs";
import { prepareZXingModule, readBarcodes } from "../../../node_modules/zxing-wasm/dist/es/reader/index.js";

const wasm = readFileSync(new URL("../../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm", import.meta.url));
prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) } });
const found = await readBarcodes(new Blob([readFileSync(process.argv[2])]), { formats: ["QRCode"], tryHarder: true });
for (const code of found) {
  console.log(`${Buffer.from(code.bytes).toString("base64")} ${code.ecLevel} ${code.hasECI}`);
}
