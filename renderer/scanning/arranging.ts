/** What a key or a button does to the pages, as the list that the core is asked for; null where it changes nothing. */
import type { PageTurn } from "../../shared/api/scanning.ts";

export type PageWanted = { number: number; turn?: PageTurn; documentId?: string };

function all(count: number): PageWanted[] {
  return Array.from({ length: count }, (_, index) => ({ number: index + 1 }));
}

export function moved(count: number, page: number, by: -1 | 1): PageWanted[] | null {
  const to = page + by;
  if (to < 1 || to > count) return null;
  const pages = all(count);
  pages.splice(page - 1, 1);
  pages.splice(to - 1, 0, { number: page });
  return pages;
}

export function turned(count: number, page: number, turn: PageTurn): PageWanted[] {
  return all(count).map((one) => (one.number === page ? { ...one, turn } : one));
}

/** The last page is not removed: a document without pages is none. */
export function removed(count: number, page: number): PageWanted[] | null {
  return count <= 1 ? null : all(count).filter(({ number }) => number !== page);
}

/** All pages of another document in the place of one page. */
export function replaced(count: number, page: number, documentId: string, pages: number): PageWanted[] {
  return all(count).flatMap((one) =>
    one.number === page ? all(pages).map(({ number }) => ({ number, documentId })) : [one],
  );
}
