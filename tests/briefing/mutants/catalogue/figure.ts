import type { Edit, Mutant } from '../mutant.ts'

const FILES = {
  economy: 'data/figures/economy.ts',
  reform: 'data/figures/reform.ts',
  city: 'data/figures/city.ts',
  livelihood: 'data/figures/livelihood.ts',
  derived: 'data/derived.ts',
} as const

/**
 * A change to the entry of one figure, which is where it has to be found. @param changes each what is replaced, and by
 * what
 */
export function figure(
  file: keyof typeof FILES,
  id: string,
  ...changes: (readonly [find: string, put: string])[]
): Pick<Mutant, 'edits' | 'at'> {
  const entry = `id: '${id}'`
  return {
    edits: changes.map(([find, put]): Edit => ({ file: FILES[file], entry, find, put })),
    at: `${FILES[file]}#${entry}`,
  }
}
