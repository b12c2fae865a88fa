import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import type { FaceSource } from './stylesheet.ts'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { normalizePath } from 'vite'
import { loadedData } from '../../../model/slides/slides.ts'
import { displayTitles } from '../../../model/slides/title.ts'
import { cacheFolder } from '../cache.ts'
import { collectCharacters } from './characters.ts'
import { facePath, faces, fullFont } from './faces.ts'
import { deckFiles } from './files.ts'
import { shownIn } from './shown.ts'
import { fontStylesheet } from './stylesheet.ts'
import { cachedSubset } from './subset.ts'

/**
 * Serves the font faces as `virtual:huibao-fonts.css`: whole in dev, where the next character typed must show; in a
 * build, cut down to what the deck can show.
 * @param projectRoot Folder of `setup/`, whose texts belong to every deck.
 */
export function fontsPlugin({ mode, data, userRoot, roots }: ResolvedSlidevOptions, projectRoot: string): Plugin {
  // A file that does not exist, beside the slides: the URLs in it are relative, which works on any drive.
  const id = normalizePath(join(userRoot, '.huibao-fonts.css'))
  const url = (path: string): string => {
    const to = relative(userRoot, path)
    return normalizePath(isAbsolute(to) || to.startsWith('.') ? to : `./${to}`)
  }

  function whole(): FaceSource[] {
    return faces.map(face => ({ face, url: url(facePath(face, projectRoot)), format: 'truetype' }))
  }

  async function subsets(): Promise<FaceSource[]> {
    const files = await deckFiles(Object.keys(data.markdownFiles), [...roots, projectRoot], userRoot)
    const loaded = loadedData(data.slides)
    // Wrong data stops the build elsewhere, with all that is wrong.
    const display =
      'data' in loaded
        ? [
            ...loaded.data.displayed,
            ...data.slides.map(({ source }) => displayTitles(source.contentRaw, loaded.data)),
          ].join('\n')
        : ''
    return Promise.all(
      faces.map(async face => {
        const characters = collectCharacters(shownIn(face.use, files, display))
        return {
          face,
          url: url(
            await cachedSubset(fullFont(face, projectRoot), face.name, characters, cacheFolder('fonts', projectRoot)),
          ),
          format: 'woff2',
        }
      }),
    )
  }

  let pending: Promise<FaceSource[]> | undefined

  return {
    name: 'huibao:fonts',
    // The fonts may be installed above the deck's own folder, outside of what the dev server serves.
    config: () => ({ server: { fs: { allow: faces.map(face => dirname(facePath(face, projectRoot))) } } }),
    resolveId: {
      // The second name is what the dev server is asked for by the browser.
      filter: { id: /^(?:virtual:|\/\.)huibao-fonts\.css$/ },
      handler: () => id,
    },
    // Begun before the stylesheet is asked for, so that it goes on beside the rest of the build.
    buildStart() {
      pending = mode === 'build' ? subsets() : undefined
      pending?.catch(() => {})
    },
    load: {
      filter: { id: /[\\/]\.huibao-fonts\.css$/ },
      handler: async () => fontStylesheet((await pending) ?? whole()),
    },
  }
}
