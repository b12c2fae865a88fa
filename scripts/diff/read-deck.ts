import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { HuibaoError, unlessMissing } from '../../model/errors.ts'
import { DataError } from '../../model/problems.ts'
import { loadDeckFacts } from '../lib/facts/deck.ts'
import { recordData } from './read-data.ts'
import { recordSlides } from './read-slides.ts'
import type { DeckRecord } from './record.ts'

/** What of `public/` is a picture. */
const PICTURE = /\.(?:jpe?g|png|webp|avif|gif|svg|geojson)$/i

/**
 * Reads what a deck says: data, slides and pictures.
 * @throws HuibaoError where something of it is wrong
 */
export async function readRecord(root: string): Promise<DeckRecord> {
  const { deck, source, problems, data, slides } = await loadDeckFacts(root)
  if (problems.length > 0) throw new HuibaoError(new DataError(problems).message)
  // Figures are printed before another deck brings units of its own.
  const recorded = recordData(deck, source)
  const pictures = await readPictures(path.join(root, 'public'))
  const shown = recordSlides(slides, data, deck.figures, Object.keys(pictures))
  return { title: shown[0]?.settings.title ?? '', ...recorded, pictures, slides: shown }
}

/** Digests of the pictures below a folder, which need not be there. */
async function readPictures(folder: string): Promise<Record<string, string>> {
  const names = await unlessMissing(readdir(folder, { recursive: true }), [])
  const files = names.filter(name => PICTURE.test(name)).sort()
  return Object.fromEntries(
    await Promise.all(
      files.map(async file => {
        const digest = createHash('sha256').update(await readFile(path.join(folder, file)))
        return [file.split(path.sep).join('/'), digest.digest('hex')] as const
      }),
    ),
  )
}
