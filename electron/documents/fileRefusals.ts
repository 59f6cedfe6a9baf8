/** The sentences in which a file is refused, wherever it came from. */
import { Refusal } from "../../shared/errors.ts";

type Field = "path" | "bytes";

export function fileEmpty(field: Field): Refusal {
  return new Refusal("fileEmpty", "The file is empty. Scan or save it again.", { field });
}

export function fileTooLarge(field: Field): Refusal {
  return new Refusal("fileTooLarge", "The file is larger than 25 MB. Scan it with fewer dots per inch.", {
    field,
  });
}

export function unsupportedFile(field: Field): Refusal {
  return new Refusal("unsupportedFile", "Only PDF, JPEG, PNG and TIFF files can be used.", { field });
}

export function pdfEncrypted(field: Field): Refusal {
  return new Refusal(
    "pdfEncrypted",
    "The PDF is protected with a password or a right. Save it without protection and choose it again.",
    { field },
  );
}

export function pdfBroken(field: Field): Refusal {
  return new Refusal("pdfBroken", "The PDF is damaged and cannot be opened. Scan or save it again.", {
    field,
  });
}
