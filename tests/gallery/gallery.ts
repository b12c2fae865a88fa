import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { composeDeck, ROOT } from '../support/project.ts'

/**
 * Lays out the gallery: a deck of an invented district that shows each component in the situations that it meets.
 * @returns its folder
 */
export async function composeGallery(): Promise<string> {
  return composeDeck('gallery', 'gallery')
}

/** The texts that state its numbers, one for each component, as `check` takes them. */
export async function gallerySources(): Promise<string[]> {
  const files = await readdir(join(ROOT, 'tests', 'fixtures', 'gallery', 'sources'))
  return files.sort().flatMap(file => ['--source', `sources/${file}`])
}
