import leven from 'leven'
import { INVISIBLE, overlaps, toHalfWidth, type Span } from '../../../model/reading/text.ts'
import type { ExportedText } from './facts.ts'

/**
 * What may stand at a place: texts as `squeeze` makes them, and how often each is there. Numbers in the appendix, [12],
 * are texts of their own.
 */
export type Said = ReadonlyMap<string, number>

/** A text that differs from the deck's in its numerals alone. */
export interface Change<Text extends ExportedText> {
  /** Where it begins. */
  exported: Text
  found: string
  said: string
}

/** What of some texts is not the deck's. */
export interface Comparison<Text extends ExportedText> {
  changed: Change<Text>[]
  /** Texts with numerals that the deck does not say there at all. */
  strange: Text[]
}

/** What style sheets draw beside numbers: ▲▼. */
const SHAPES = /[\u25A0-\u25FF]/g
const REFERENCE = /\[\d+\]/g
const NUMERAL = /[\d〇一二三四五六七八九十百千]/
const NUMERALS = new RegExp(NUMERAL, 'g')

/** A text with the same sign in the place of every numeral. */
const maskOf = (text: string): string => text.replace(NUMERALS, '#')

/**
 * A text without all that depends on the width of its lines and on the font that it is in; parted where nothing but a
 * space keeps two numbers apart, as in a list of pages.
 */
function squeeze(text: string): string[] {
  const parts = ['']
  for (const word of toHalfWidth(text).replace(INVISIBLE, '').replace(SHAPES, '').split(/\s+/)) {
    if (/\d$/.test(parts.at(-1)!) && /^\d/.test(word)) parts.push(word)
    else parts.push(parts.pop()! + word)
  }
  return parts
}

/** A text as it is compared, without numbers in the appendix. */
export function bare(text: string): string {
  return squeeze(text).join('').replace(REFERENCE, '')
}

/** What some texts say. @param count how often each stands there */
export function saidIn(texts: Iterable<string>, count = 1): Said {
  const said = new Map<string, number>()
  const add = (text: string): void => void (text !== '' && said.set(text, (said.get(text) ?? 0) + count))
  for (const part of [...texts].flatMap(squeeze)) {
    add(part.replace(REFERENCE, ''))
    for (const [reference] of part.matchAll(REFERENCE)) add(reference)
  }
  return said
}

/** What several places say together. */
export function joinSaid(...all: readonly Said[]): Said {
  const joined = new Map<string, number>()
  for (const said of all) for (const [text, count] of said) joined.set(text, (joined.get(text) ?? 0) + count)
  return joined
}

/** The same, however often. */
export function unlimited(said: Said): Said {
  return new Map([...said.keys()].map(text => [text, Infinity]))
}

/** Texts as they follow one another: in one line, but for cells, where a name and its number read like a sentence. */
interface Stream {
  text: string
  /** Where each text stands in it. */
  spans: readonly Span[]
  /** Where texts begin and end. */
  edges: ReadonlySet<number>
  /** Numbers in the appendix, which are left out, and the index of the text that each stands in. */
  references: readonly { text: string; index: number }[]
}

function streamOf(texts: readonly ExportedText[]): Stream {
  let text = ''
  const edges = new Set<number>()
  const references: { text: string; index: number }[] = []
  const spans = texts.map((each, index) => {
    if (each.isCell || texts[index - 1]?.isCell) text += '\n'
    const start = text.length
    edges.add(start)
    for (const part of squeeze(each.text).flatMap(own => own.split(/(\[\d+\])/))) {
      if (/^\[\d+\]$/.test(part)) references.push({ text: part, index })
      else text += part
      edges.add(text.length)
    }
    return { start, end: text.length }
  })
  return { text, spans, edges, references }
}

/**
 * Compares texts with what the deck says at their place. A text of the deck may take several of them, as lines and
 * words do that a PDF paints one by one.
 * @param partsOf the parts of a text that may be painted apart from each other, none where it is one
 */
export function compareTexts<Text extends ExportedText>(
  texts: readonly Text[],
  said: Said,
  partsOf: (text: string) => readonly string[] = () => [],
): Comparison<Text> {
  const { text: stream, spans, edges, references } = streamOf(texts)
  const masked = maskOf(stream)
  const taken = new Uint8Array(stream.length)
  const left = new Map(said)
  const changed: Change<Text>[] = []
  const isLeft = (text: string): boolean => left.get(text)! > 0

  /** All places where something stands between edges, and nothing of it is taken. */
  function* placesOf(text: string, where = stream): Generator<Span> {
    for (let start = where.indexOf(text); start >= 0; start = where.indexOf(text, start + 1)) {
      const end = start + text.length
      if (edges.has(start) && edges.has(end) && isOne(start, end)) yield { start, end }
    }
  }

  /** Whether it is free, and no edge stands within a number: 4 and 4 in two cells are no 44. */
  function isOne(start: number, end: number): boolean {
    if (taken.subarray(start, end).includes(1)) return false
    for (let at = start + 1; at < end; at++)
      if (edges.has(at) && /^\d\d$/.test(stream.slice(at - 1, at + 1))) return false
    return true
  }

  /** Takes places for a text, or for its parts. */
  function take(text: string, places: readonly (Span & { said: string })[]): void {
    left.set(text, left.get(text)! - 1)
    for (const { start, end, said: own } of places) {
      taken.fill(1, start, end)
      const found = stream.slice(start, end)
      const index = spans.findIndex(span => span.start <= start && start < span.end)
      if (found !== own) changed.push({ exported: texts[index]!, found, said: own })
    }
  }

  /** Takes places for those parts of a text that have digits; its words only have to be there: others may say them. */
  function takeParts(text: string, wheres: readonly ((part: string) => Iterable<Span>)[]): void {
    const places: (Span & { said: string })[] = []
    const parts = partsOf(text)
    const isThere = (part: string): boolean => {
      if (!/\d/.test(part)) return stream.includes(part)
      const all = wheres.flatMap(where => [...where(part)])
      const place = all.find(span => !places.some(other => overlaps(other, span)))
      if (place) places.push({ ...place, said: part })
      return place !== undefined
    }
    if (parts.length > 1 && parts.every(isThere)) take(text, places)
  }

  const isStrange = ({ start, end }: Span): boolean => {
    for (let at = start; at < end; at++) if (!taken[at] && NUMERAL.test(stream[at]!)) return true
    return false
  }

  const alike = (text: string): Iterable<Span> => placesOf(maskOf(text), masked)
  const byLength = [...said.keys()].filter(text => NUMERAL.test(text)).sort((a, b) => b.length - a.length)
  for (const text of byLength)
    for (const place of placesOf(text)) if (isLeft(text)) take(text, [{ ...place, said: text }])
  for (const text of byLength) if (isLeft(text)) takeParts(text, [placesOf])
  if (spans.some(isStrange)) {
    for (const all of Map.groupBy(byLength.filter(isLeft), maskOf).values()) {
      for (const place of alike(all[0]!)) {
        const found = stream.slice(place.start, place.end)
        const [nearest] = all.filter(isLeft).sort((a, b) => leven(a, found) - leven(b, found))
        if (nearest !== undefined) take(nearest, [{ ...place, said: nearest }])
      }
    }
    for (const text of byLength) if (isLeft(text)) takeParts(text, [placesOf, alike])
  }
  const wrong = references.filter(({ text }) => {
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count <= 0
  })
  return {
    changed,
    strange: texts.flatMap((exported, index) => [
      ...wrong.filter(each => each.index === index).map(({ text }) => ({ ...exported, text })),
      ...(isStrange(spans[index]!) ? [withBeside(exported, index)] : []),
    ]),
  }

  /** A piece of a text with what stands around it and is not the deck's either: nothing tells where the text ends. */
  function withBeside(exported: Text, index: number): Text {
    if (!exported.piece) return exported
    const isPiece = (other: number): boolean =>
      texts[other]?.piece === true && !taken.subarray(spans[other]!.start, spans[other]!.end).includes(1)
    let [from, to] = [index, index]
    while (isPiece(from - 1)) from--
    while (isPiece(to + 1)) to++
    const { start, end } = spans[index]!
    const beside = [stream.slice(spans[from]!.start, start), stream.slice(end, spans[to]!.end)] as const
    return { ...exported, text: stream.slice(start, end), beside }
  }
}
