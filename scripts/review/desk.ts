import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { REVIEW_FILE, type Review, type Verdict } from '../../model/review.ts'
import { factsOf } from '../check/facts/check.ts'
import { readLock } from '../check/facts/lock.ts'
import { readDeck } from '../lib/deck.ts'
import { loadDeckFacts } from '../lib/facts/deck.ts'
import { readArticles, splitGiven } from '../lib/facts/read-article.ts'
import { reviewItems } from './items.ts'
import { sourceViews } from './sources.ts'
import { addSayings, readReview } from './store.ts'
import type { ReviewView, SayingAnswer, SayingBody } from './view.ts'

export interface DeskOptions {
  /** Folder of the deck. */
  root: string
  /** Files of its sources, as `--source` has them. */
  source: readonly string[]
  /** Who reviews, where that is known. */
  by: string | null
  /** The date that verdicts carry. */
  date: () => Date
}

/** A deck as it was read, and the Markdown files that it is made of. */
interface Read {
  view: Omit<ReviewView, 'review' | 'slides'>
  /** Of what its slides are made from; that of the view is of its sources too. */
  deckStamp: string
  pages: readonly string[]
}

/** A deck that is reviewed. What changes in its files while it is, is read again. */
export class Desk {
  readonly #options: DeskOptions
  #read: Read

  private constructor(options: DeskOptions, first: Read) {
    this.#options = options
    this.#read = first
  }

  /** @throws HuibaoError where the deck or a source cannot be read */
  static async open(options: DeskOptions): Promise<Desk> {
    return new Desk(options, await read(options))
  }

  /** The deck with what people have said of it by now. @throws HuibaoError as `open` does */
  async view(): Promise<Omit<ReviewView, 'slides'>> {
    return { ...(await this.#current()).view, review: await this.review() }
  }

  /** What people have said by now. @throws HuibaoError where that cannot be read */
  review(): Promise<Review> {
    return readReview(this.#options.root)
  }

  /** Tells what the deck and its sources are like now, and what its slides would be made from. */
  async stamps(): Promise<{ stamp: string; deckStamp: string }> {
    const { view, deckStamp } = await this.#current()
    return { stamp: view.stamp, deckStamp }
  }

  /** Takes down what somebody says, all of it or nothing: not where they have looked at something else. */
  async say({ by, sayings }: SayingBody): Promise<SayingAnswer> {
    const { root, date } = this.#options
    const { items } = (await this.#current()).view
    const known = new Map(items.map(({ id, fingerprint }) => [id, fingerprint]))
    if (sayings.some(({ id }) => !known.has(id))) return { ok: false, error: 'unknown' }
    if (sayings.some(({ id, fingerprint }) => known.get(id) !== fingerprint)) return { ok: false, error: 'changed' }
    const at = date().toISOString()
    const review = await addSayings(
      root,
      sayings.map(({ id, verdict, fingerprint, word }) => ({
        id,
        by,
        verdict: verdict && ({ verdict, at, fingerprint, ...(word !== undefined && { word }) } satisfies Verdict),
      })),
    )
    return { ok: true, review }
  }

  async #current(): Promise<Read> {
    const { stamp } = await stampsOf(this.#options, this.#read.pages)
    if (stamp !== this.#read.view.stamp) this.#read = await read(this.#options)
    return this.#read
  }
}

async function read(options: DeskOptions): Promise<Read> {
  const { root, source, by } = options
  const deck = await readDeck(root)
  const { stamp, deckStamp } = await stampsOf(options, deck.files)
  const [loaded, lock] = await Promise.all([loadDeckFacts(root), readLock(root)])
  const article = source.length > 0 ? await readArticles(root, source, loaded.source) : undefined
  const facts = factsOf(loaded, { article, articleFile: source.join('、'), lock })
  return {
    pages: deck.files,
    deckStamp,
    view: {
      stamp,
      title: deck.title,
      by,
      sources: sourceViews(facts),
      items: reviewItems(facts),
      problems: facts.problems.map(({ file, id, message }) => `${facts.where(file, id)}  ${id}：${message}`),
      chapters: facts.deck.chapters.map(({ id, title }) => ({ id, title })),
    },
  }
}

/** Tells whether files are what they were: by their sizes and times, for it is asked at every key. */
async function stampsOf(
  { root, source }: DeskOptions,
  pages: readonly string[],
): Promise<{ stamp: string; deckStamp: string }> {
  const data = (await readdir(path.join(root, 'data'), { recursive: true })).map(name => path.join(root, 'data', name))
  const deckStamp = await stampOf([...data.filter(file => file !== path.join(root, REVIEW_FILE)), ...pages])
  const sources = source.map(given => path.resolve(root, splitGiven(given).file))
  return { stamp: `${deckStamp}-${await stampOf(sources)}`, deckStamp }
}

async function stampOf(files: readonly string[]): Promise<string> {
  const stamps = await Promise.all(
    files.toSorted().map(async file => {
      const { mtimeMs, size } = await stat(file).catch(() => ({ mtimeMs: 0, size: 0 }))
      return `${file} ${mtimeMs} ${size}`
    }),
  )
  return createHash('sha256').update(stamps.join('\n')).digest('hex').slice(0, 16)
}
