import { cutWords } from '../../model/words.ts'
import { commonPlaces } from './sequence.ts'

/** A stretch of a text and its later version. */
export interface Stretch {
  kind: 'same' | 'gone' | 'added'
  text: string
}

/** A tag is a word: half of one says nothing. Digits stay with their point. */
const PIECES = /<[^<>]+>|[^<]+|</g

/** The words of a text of a deck; joined, they are the text. */
export function wordsOf(text: string): string[] {
  return (text.match(PIECES) ?? []).flatMap(piece => (/^<.+>$/s.test(piece) ? [piece] : cutWords(piece)))
}

/** How a text became another one, word by word; in each place what is gone comes first. */
export function wordChanges(before: string, after: string): Stretch[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  const stretches: Stretch[] = []
  const add = (kind: Stretch['kind'], words: readonly string[]): void => {
    const text = words.join('')
    const last = stretches.at(-1)
    if (text === '') return
    if (last?.kind === kind) last.text += text
    else stretches.push({ kind, text })
  }
  let [i, j] = [0, 0]
  for (const [a, b] of [...commonPlaces(old, fresh), [old.length, fresh.length] as const]) {
    add('gone', old.slice(i, a))
    add('added', fresh.slice(j, b))
    add('same', old.slice(a, a + 1))
    ;[i, j] = [a + 1, b + 1]
  }
  return stretches
}

/** Characters of what is the same that are left beside a change. */
const CONTEXT = 12

/** The same without what is far from any change: … stands for it. */
export function nearChanges(stretches: readonly Stretch[]): Stretch[] {
  return stretches.map((stretch, index) => {
    if (stretch.kind !== 'same') return stretch
    const characters = [...stretch.text]
    const head = index === 0 ? [] : characters.slice(0, CONTEXT)
    const tail = index === stretches.length - 1 ? [] : characters.slice(-CONTEXT)
    return head.length + tail.length + 1 >= characters.length
      ? stretch
      : { kind: 'same', text: `${head.join('')}…${tail.join('')}` }
  })
}
