import type { Chapter } from '../model/figure.ts'

/** What a chapter is called, in a few characters and by its field of work; once, where both are the same. */
export function chapterNames({ short, topic }: Pick<Chapter, 'short' | 'topic'>): string[] {
  return short === topic ? [short] : [short, topic]
}
