import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the engine, without a slash at its end; the folder of a deck is another, or the same. */
export const ENGINE_ROOT = path.resolve(fileURLToPath(new URL('..', import.meta.url)))

/** The version of the engine. */
export function engineVersion(): string {
  return (JSON.parse(readFileSync(path.join(ENGINE_ROOT, 'package.json'), 'utf8')) as { version: string }).version
}

/**
 * Where Node finds a TypeScript module of the engine that is named and not imported, such as that of a worker: compiled
 * beside its source in a packed engine, since Node strips no types below `node_modules`; else the source.
 */
export function nodeModule(source: URL): URL {
  return source.pathname.includes('/node_modules/') ? new URL(source.href.replace(/\.ts$/, '.js')) : source
}
