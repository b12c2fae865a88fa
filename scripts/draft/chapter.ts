import type { Chapter } from '../../model/figure.ts'

/** What a chapter is called, the shortest first. */
export const namesOf = ({ short, topic, title }: Chapter): string[] => [short, topic, title]
