import type { Plugin } from 'vite'
import { join } from 'node:path'
import { normalizePath } from 'vite'
import { mapFiles, readMap } from '../../model/load-maps.ts'

const MODULE = 'virtual:huibao/maps'
const RESOLVED = `\0${MODULE}`

/**
 * Gives the browser the maps in a deck's `public/` as `virtual:huibao/maps`: a module of its own, which only what draws
 * maps imports. They come with the page and are asked of nobody.
 * @param root folder of the deck
 */
export function mapsPlugin(root: string): Plugin {
  return {
    name: 'huibao:maps',
    resolveId: { filter: { id: /^virtual:huibao\/maps$/ }, handler: () => RESOLVED },
    load: {
      filter: { id: new RegExp(`^${RESOLVED}$`) },
      handler: () =>
        `export const maps = ${JSON.stringify(Object.fromEntries(mapFiles(root).map(src => [src, readMap(root, src)])))}`,
    },
    hotUpdate({ file, modules }) {
      if (!file.startsWith(`${normalizePath(join(root, 'public'))}/`) || !file.endsWith('.geojson')) return undefined
      const maps = this.environment.moduleGraph.getModuleById(RESOLVED)
      return maps && [...modules, maps]
    },
  }
}
