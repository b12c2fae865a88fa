import type { Chapter } from './figure.ts'

/**
 * The number of a chapter as it is shown: its place, from 1, among those that slides belong to. A chapter that has
 * nothing to show has none.
 * @param ofSlides ids of the chapters that slides belong to, in any order; what is no id counts for nothing
 */
export function chapterNumber(
  id: string,
  chapters: readonly Pick<Chapter, 'id'>[],
  ofSlides: Iterable<unknown>,
): number | undefined {
  const shown = new Set(ofSlides)
  const index = chapters.filter(chapter => shown.has(chapter.id)).findIndex(chapter => chapter.id === id)
  return index < 0 ? undefined : index + 1
}
