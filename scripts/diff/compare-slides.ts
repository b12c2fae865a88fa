import type { Sides, SlideChange } from './diff.ts'
import { matchSlides, type Likeness } from './match.ts'
import type { ComparedSlide } from './record.ts'
import { wordsOf } from './words.ts'

/** What changed in the data, as slides are asked for it. */
export interface DataChanges {
  /** The id that an earlier figure has now. */
  nowOf: (id: string) => string
  /** Whether a figure came, went or changed in what slides show. */
  isShownChange: (id: string) => boolean
  /** Whether it came, went or changed in what the appendix prints. */
  isListedChange: (id: string) => boolean
  /** Whether something else changed, as `sort:id`. */
  isOther: (key: string) => boolean
  /** Digests of pictures in either deck. */
  pictures: { before: Readonly<Record<string, string>>; after: Readonly<Record<string, string>> }
}

/** Which slides changed, came, went and moved, in the order of the later deck. */
export function compareSlides(
  before: readonly ComparedSlide[],
  after: readonly ComparedSlide[],
  data: DataChanges,
): SlideChange[] {
  return matchSlides(before.map(likenessOf), after.map(likenessOf)).flatMap((pair): SlideChange[] => {
    const [old, fresh] = [
      pair.before === null ? null : before[pair.before]!,
      pair.after === null ? null : after[pair.after]!,
    ]
    const place = {
      before: old && { no: old.no, title: old.title },
      after: fresh && { no: fresh.no, title: fresh.title },
      moved: pair.moved,
      chapter: (fresh ?? old)!.chapter,
    }
    if (!old || !fresh) return [{ state: old ? 'gone' : 'added', ...place }]
    const changes = changesOf(old, fresh, data)
    if (Object.keys(changes).length > 0) return [{ state: 'changed', ...place, ...changes }]
    return pair.moved ? [{ state: 'moved', ...place }] : []
  })
}

/** Words that tell slides apart; punctuation does not. */
const WORD = /[\p{L}\p{N}]/u

function likenessOf({ title, written, settings }: ComparedSlide): Likeness {
  const told = [settings.photo, settings.quote].filter(Boolean).join('\n')
  return {
    title,
    fingerprint: JSON.stringify([written, settings]),
    words: wordsOf(`${written}\n${told}`.replace(/[<>]/g, ' ')).filter(word => WORD.test(word)),
  }
}

type Changes = Pick<SlideChange, 'title' | 'text' | 'note' | 'written' | 'settings' | 'figures' | 'refers' | 'pictures'>

function changesOf(old: ComparedSlide, fresh: ComparedSlide, data: DataChanges): Changes {
  const sides = (key: 'title' | 'text' | 'note' | 'written'): Sides<string> | undefined =>
    old[key] === fresh[key] ? undefined : { before: old[key], after: fresh[key] }
  const told = sides('title') ?? sides('text') ?? sides('note')
  const keys = [...new Set([...Object.keys(old.settings), ...Object.keys(fresh.settings)])]
  const changes = {
    title: sides('title'),
    text: sides('text'),
    note: sides('note'),
    // Another figure may print the same.
    written: told === undefined ? sides('written') : undefined,
    settings: keys
      .filter(key => old.settings[key] !== fresh.settings[key])
      .map(key => ({ key, before: old.settings[key] ?? null, after: fresh.settings[key] ?? null })),
    figures: figuresOf(old, fresh, data),
    refers: [...new Set([...old.refers, ...fresh.refers])].filter(
      key => data.isOther(key) || old.refers.includes(key) !== fresh.refers.includes(key),
    ),
    pictures: [...new Set([...old.pictures, ...fresh.pictures])].filter(file => {
      const digests = [old.pictures, fresh.pictures].map((shown, side) =>
        shown.includes(file) ? data.pictures[side === 0 ? 'before' : 'after'][file] : undefined,
      )
      return digests[0] !== digests[1]
    }),
  }
  return Object.fromEntries(
    Object.entries(changes).filter(([, change]) => (Array.isArray(change) ? change.length > 0 : change !== undefined)),
  )
}

function figuresOf(old: ComparedSlide, fresh: ComparedSlide, data: DataChanges): string[] {
  const now = (key: 'shows' | 'lists'): string[] => [...old[key].map(data.nowOf), ...fresh[key]]
  return [...new Set([...now('shows').filter(data.isShownChange), ...now('lists').filter(data.isListedChange)])]
}
