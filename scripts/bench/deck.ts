import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { ENGINE_ROOT } from '../../model/engine.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'
import { removeStale } from '../lib/remove-stale.ts'

/** What a deck has besides what its commands write; at the engine's root all else is the engine. */
const OWN = ['slides.md', 'data', 'public']
const WRITTEN = /^(?:node_modules|dist|exports|\..*)$/

/** A copy of a deck that may be changed. */
export interface BenchDeck {
  root: string
  /** Changes one slide, in a way that nobody sees, each time otherwise. */
  change: () => Promise<void>
}

/**
 * Copies the deck in a folder into one below it, which goes when the lifecycle ends: there it finds the same packages.
 * @param slides how many slides the copy has: those of the deck, repeated; as many as the deck has unless told
 */
export async function copyDeck(root: string, life: Lifecycle, slides?: number): Promise<BenchDeck> {
  const above = path.join(root, '.huibao')
  await removeStale(above, /^bench-(\d+)$/)
  const place = path.join(above, `bench-${process.pid}`)
  life.defer(() => rm(place, { recursive: true, force: true, maxRetries: 5 }))
  const copy = path.join(place, 'deck')
  await mkdir(copy, { recursive: true })
  const isEngine = root === ENGINE_ROOT
  const names = (await readdir(root)).filter(name => (isEngine ? OWN.includes(name) : !WRITTEN.test(name)))
  for (const name of names) await cp(path.join(root, name), path.join(copy, name), { recursive: true })
  if (isEngine) {
    await writeFile(path.join(copy, 'package.json'), JSON.stringify({ type: 'module', slidev: { addons: ['huibao'] } }))
    await mkdir(path.join(place, 'node_modules'), { recursive: true })
    await symlink(ENGINE_ROOT, path.join(place, 'node_modules', 'huibao'), 'junction')
  }
  const file = path.join(copy, 'slides.md')
  const text = await readFile(file, 'utf8')
  const written = slides === undefined ? text : await repeatSlides(text, slides)
  await writeFile(file, written)
  let changes = 0
  return {
    root: copy,
    change: async () => {
      changes += 1
      await writeFile(file, written.replace(/^## .*$/m, `$&<span class="bench-${changes}"></span>`))
    },
  }
}

/** A deck of so many slides: the slides between its first and its last, again and again. */
async function repeatSlides(text: string, count: number): Promise<string> {
  const { parse, stringifySlide } = await import('@slidev/parser')
  const slides = (await parse(text, 'slides.md')).slides.map((slide, index) => stringifySlide(slide, index))
  // A slide that becomes several is none to count with.
  const inner = slides.slice(1, -1).filter(slide => !/<AppendixTable\b/.test(slide))
  const repeated = Array.from({ length: Math.max(0, count - 2) }, (_, index) => inner[index % inner.length]!)
  return [slides[0]!, ...repeated, slides.at(-1)!].join('\n')
}
