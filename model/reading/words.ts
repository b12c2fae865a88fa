import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import type { Span } from './text.ts'
import { ADDED_WORDS } from './dictionary.ts'

/** A word of a Chinese text, as a dictionary cuts it. */
export interface Word extends Span {
  text: string
  /** Part of speech in the notation of ICTCLAS: `m` numeral, `n…` noun, `v…` verb, `i` idiom. */
  tag: string
}

const READER = Symbol.for('huibao.reader')

/** Loading a word that the dictionary has changes its weight, not its part of speech. */
const TAGS = new Map(
  ADDED_WORDS.trim()
    .split('\n')
    .map(line => line.split(' '))
    .map(([word, , tag]) => [word!, tag!]),
)

/** A dictionary, and what it has been asked. */
interface Reader {
  /** What was added to it. */
  added: string
  dictionary: Jieba
  known: Map<string, Word[]>
}

/**
 * Slidev loads each hook with modules of its own: one process would load the dictionary several times, which takes as
 * long as to read a deck.
 */
const shared = globalThis as { [READER]?: Reader }

/** Texts whose words are remembered; a deck has a few thousand. */
const REMEMBERED = 20_000

/**
 * Cuts a text into the words of a dictionary; what the dictionary does not know stands character by character. That is
 * what tells 约18家 from 签约18家, and 三家 from 三农.
 */
export function wordsOf(text: string): readonly Word[] {
  const { dictionary, known } = (shared[READER] = readerOf(shared[READER]))
  const remembered = known.get(text)
  if (remembered) return remembered
  let at = 0
  const words = dictionary
    .tag(text, false)
    .map(({ word, tag }) => ({ text: word, tag: TAGS.get(word) ?? tag, start: at, end: (at += word.length) }))
  if (known.size >= REMEMBERED) known.clear()
  known.set(text, words)
  return words
}

/** Whether a word begins at a place. */
export function beginsWord(words: readonly Word[], at: number): boolean {
  return words.some(({ start }) => start === at)
}

/** Whether 争取 tells what was obtained, as before 上级资金, and not what is striven for, as before what is done. */
export function isObtaining(words: readonly Word[], word: Word): boolean {
  const next = words.find(({ start }) => start === word.end)
  return word.text === '争取' && next !== undefined && /^(?:n|b|j)/.test(next.tag)
}

function readerOf(reader: Reader | undefined): Reader {
  if (reader?.added === ADDED_WORDS) return reader
  const dictionary = Jieba.withDict(dict)
  dictionary.loadDict(Buffer.from(ADDED_WORDS))
  return { added: ADDED_WORDS, dictionary, known: new Map() }
}
