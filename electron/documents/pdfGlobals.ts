/** What pdf.js takes for granted and a bare process lacks: names of a browser's, and functions newer than Node 20. */

/** Nothing is ever drawn here, so the names suffice. */
class Nothing {}

for (const name of ["DOMMatrix", "Path2D", "ImageData"]) {
  if (!(name in globalThis)) Reflect.set(globalThis, name, Nothing);
}

function withResolvers() {
  let resolve: ((value: unknown) => void) | undefined;
  let reject: ((reason: unknown) => void) | undefined;
  const promise = new Promise<unknown>((onValue, onReason) => {
    resolve = onValue;
    reject = onReason;
  });
  return { promise, resolve, reject };
}

if (!("withResolvers" in Promise)) Reflect.set(Promise, "withResolvers", withResolvers);

/** Fonts are read through it: without it a page would end at its first letter. Nobody here looks at the old buffer again. */
function transferToFixedLength(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
  const moved = new ArrayBuffer(length);
  new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
  return moved;
}

if (!("transferToFixedLength" in ArrayBuffer.prototype))
  Reflect.set(ArrayBuffer.prototype, "transferToFixedLength", transferToFixedLength);
