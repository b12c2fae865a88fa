import type { Plugin, ViteDevServer } from 'vite'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, parse, resolve } from 'node:path'
import { DeckError } from '../deck/problems.ts'

const MODULE = 'virtual:huibao-photos'
const RESOLVED = `\0${MODULE}`
const FORMATS = new Set(['.jpg', '.jpeg', '.png', '.webp', '.avif'])

/**
 * Photos by slot: the file name without its ending is the slot's id; values are paths below `public/`.
 * @throws DeckError where two photos are of one slot: which of them was meant cannot be told
 */
export function photoFiles(names: readonly string[]): Record<string, string> {
  const photos = [...names].sort().map(name => parse(name)).filter(({ ext }) => FORMATS.has(ext.toLowerCase()))
  const doubles = new Set(photos.map(({ name }) => name).filter((name, index, all) => all.indexOf(name) < index))
  if (doubles.size) {
    const lines = [...doubles].map(id => `public/photos 里“${id}”有几张照片：${photos.filter(({ name }) => name === id).map(({ base }) => base).join('、')}，请只留一张`)
    throw new DeckError(lines.join('\n'))
  }
  return Object.fromEntries(photos.map(({ name, base }) => [name, `photos/${base}`]))
}

/** Serves the list of photos that are there as the module `virtual:huibao-photos`, renewed in dev when one comes or goes. */
export function photosPlugin(userRoot: string): Plugin {
  const folder = resolve(userRoot, 'public', 'photos')

  function refresh(server: ViteDevServer, file: string): void {
    if (dirname(resolve(file)) !== folder)
      return
    const module = server.moduleGraph.getModuleById(RESOLVED)
    if (module)
      server.moduleGraph.invalidateModule(module)
    server.ws.send({ type: 'full-reload' })
  }

  return {
    name: 'huibao:photos',
    resolveId: id => id === MODULE ? RESOLVED : undefined,
    load: id => id === RESOLVED ? `export default ${JSON.stringify(photoFiles(existsSync(folder) ? readdirSync(folder) : []))}` : undefined,
    configureServer(server) {
      server.watcher.add(folder)
      for (const event of ['add', 'unlink'] as const)
        server.watcher.on(event, file => refresh(server, file))
    },
  }
}
