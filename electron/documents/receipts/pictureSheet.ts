/** A picture on a sheet of A4, as large as the margins let it be. */

export function pictureSheet(mime: "image/jpeg" | "image/png", bytes: Uint8Array): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Counterfoil</title>
<style>
@page { size: 210mm 297mm; margin: 0; }
body { margin: 0; width: 210mm; height: 296mm; display: flex; align-items: center; justify-content: center; }
img { max-width: 194mm; max-height: 281mm; object-fit: contain; }
</style>
</head>
<body><img alt="" src="data:${mime};base64,${data}"></body>
</html>
`;
}
