import { describe, expect, it } from 'vitest'
import { resolveDeck } from '../../model/deck.ts'
import { proportionsOf } from '../../model/shares.ts'
import type { DeckSource } from '../../model/source.ts'
import { figureFingerprint, quoteFingerprint } from '../../scripts/review/fingerprint.ts'
import { DERIVED, EVIDENCE, FIGURE, fullSource } from '../support/every-field.ts'

/** Which figures of the file have evidence in a text and in a workbook. */
const at = { text: 3, workbook: 4 } as const

/** The fingerprints of a deck's stated figures, then of its derived ones. */
function fingerprints(source: DeckSource): { stated: string[]; derived: string[] } {
  const { figures, getFigure } = resolveDeck<string>(source)
  const written = source.figures.flatMap(file => file.figures)
  const shares = proportionsOf(written)
  const of = (id: string): string =>
    figureFingerprint(
      getFigure(id),
      figures.filter(figure => shares.get(figure.id) === id),
      source.sources?.[0]?.id,
    )
  return { stated: written.map(({ id }) => of(id)), derived: source.derived.figures.map(({ id }) => of(id)) }
}

function changed(change: (source: DeckSource) => void): ReturnType<typeof fingerprints> {
  const source = structuredClone(fullSource())
  change(source)
  return fingerprints(source)
}

const set = (entry: object, field: string, value: unknown): unknown => Object.assign(entry, { [field]: value })
const before = fingerprints(fullSource())

describe('the fingerprint of a figure', () => {
  // Only a proportion has shares: tests/review/items has one.
  const { doubt: _, shares: __, ...fields } = FIGURE
  it.each(Object.entries(fields))('is another with another %s', (field, value) => {
    const { stated } = changed(source => set(source.figures[0]!.figures[at.text]!, field, value))
    expect(stated[at.text]).not.toBe(before.stated[at.text])
  })

  it.each(Object.entries(EVIDENCE.text))('is another with evidence that has another %s', (field, value) => {
    const { stated } = changed(source => set(source.figures[0]!.figures[at.text]!.evidence, field, value))
    expect(stated[at.text]).not.toBe(before.stated[at.text])
  })

  it.each(Object.entries(EVIDENCE.workbook))('is another with a cell that has another %s', (field, value) => {
    const { stated } = changed(source => set(source.figures[0]!.figures[at.workbook]!.evidence, field, value))
    expect(stated[at.workbook]).not.toBe(before.stated[at.workbook])
  })

  it.each(Object.entries(DERIVED))('is another where it is derived with another %s', (field, value) => {
    const { derived } = changed(source => set(source.derived.figures[0]!, field, value))
    expect(derived[0]).not.toBe(before.derived[0])
  })

  it.each<[string, (source: DeckSource) => unknown]>([
    ['a doubt', source => set(source.figures[0]!.figures[at.text]!, 'doubt', '待核对')],
    ['the wording of its chapter', source => set(source.chapters[0]!, 'title', '商业兴旺')],
    ['another wording of its period', source => set(source.periods[0]!, 'stated', ['全年'])],
    ['its first source by name', source => set(source.figures[0]!.figures[at.text]!.evidence, 'source', 'bulletin')],
    ['spaces in its clause', source => set(source.figures[0]!.figures[at.text]!.evidence, 'clause', '市场 300家')],
    [
      'the order in which it is written',
      source => {
        const { figures } = source.figures[0]!
        const entry = figures[at.text]!
        Object.assign(source.figures[0]!, {
          figures: figures.with(at.text, Object.fromEntries(Object.entries(entry).reverse()) as typeof entry),
        })
      },
    ],
  ])('is the same with %s', (_, change) => {
    expect(changed(change)).toEqual(before)
  })
})

it.each(['id', 'source', 'chapter', 'column', 'text', 'speaker', 'role'])('that of a quote has its %s', field => {
  const [quote] = fullSource().quotes.quotes
  expect(quoteFingerprint({ ...quote!, [field]: '别的' })).not.toBe(quoteFingerprint(quote!))
})
