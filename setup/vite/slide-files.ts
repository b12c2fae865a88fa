import type { ResolvedSlidevOptions, SlideInfo } from '@slidev/types'
import type { Plugin, Rolldown } from 'vite'
import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { SLIDE_FILES, type SlideFiles } from '../../components/present/reachable.ts'
import type { DeckData } from '../../model/slides/context.ts'
import { FACTS_FILE } from '../../model/facts.ts'
import { loadedData } from '../../model/slides/slides.ts'
import type { Site } from './site.ts'

const SLIDE = /__slidev_(\d+)\.md$/
const READ = /\/components\/read\/ReadPage\.vue$/
const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i

/** Notes beside the audience's site which files are of which slide: a server may keep back what is still to come. */
export function slideFilesPlugin(options: ResolvedSlidevOptions, site: Site | undefined): Plugin {
  return {
    name: 'huibao:slide-files',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        if (site !== 'audience') return
        const loaded = loadedData(options.data.slides)
        const files = {
          ...filesOfChunks(Object.values(bundle).filter(each => each.type === 'chunk')),
          ...('data' in loaded && filesOfSlides(options.data.slides, loaded.data, picturesIn(options.userRoot))),
          [FACTS_FILE]: [],
        }
        this.emitFile({ type: 'asset', fileName: SLIDE_FILES, source: JSON.stringify(files) })
      },
    },
  }
}

/** What is known of a part of a built site. */
export type Chunk = Pick<
  Rolldown.OutputChunk,
  'fileName' | 'facadeModuleId' | 'moduleIds' | 'imports' | 'dynamicImports' | 'isEntry'
> & { viteMetadata?: { importedCss: Iterable<string>; importedAssets: Iterable<string> } }

/** The chunks, styles and assets that nothing needs but some slides, or the page to read. */
export function filesOfChunks(chunks: readonly Chunk[]): SlideFiles {
  const byName = new Map(chunks.map(chunk => [chunk.fileName, chunk]))
  const slideOf = ({ moduleIds, facadeModuleId }: Chunk): number[] =>
    [facadeModuleId ?? '', ...moduleIds].flatMap(id => {
      const [, page] = SLIDE.exec(id.replace(/\?.*$/, '')) ?? []
      return page === undefined ? [] : [Number(page)]
    })
  const isRead = ({ facadeModuleId }: Chunk): boolean => READ.test(facadeModuleId ?? '')
  const isRoot = (chunk: Chunk): boolean => slideOf(chunk).length > 0 || isRead(chunk)

  /** All that a chunk needs, and what it may ask for later; not what stands in `known`, nor other slides. */
  function needs(root: Chunk, known: ReadonlySet<string>): Set<string> {
    const found = new Set<string>()
    const visit = (name: string): void => {
      const chunk = byName.get(name)
      if (found.has(name) || known.has(name) || (chunk && chunk !== root && isRoot(chunk))) return
      found.add(name)
      if (!chunk) return
      const { importedCss = [], importedAssets = [] } = chunk.viteMetadata ?? {}
      for (const each of [...chunk.imports, ...chunk.dynamicImports, ...importedCss, ...importedAssets]) visit(each)
    }
    visit(root.fileName)
    return found
  }

  const base = new Set(chunks.filter(({ isEntry }) => isEntry).flatMap(chunk => [...needs(chunk, new Set())]))
  const files: Record<string, number[]> = {}
  for (const chunk of chunks.filter(isRoot)) {
    for (const file of needs(chunk, base)) (files[file] ??= []).push(...slideOf(chunk))
  }
  return Object.fromEntries(Object.entries(files).map(([file, pages]) => [file, sorted(pages)]))
}

/** The pictures that slides name, by their path or by the id of their slot. */
export function filesOfSlides(
  slides: readonly Pick<SlideInfo, 'source'>[],
  { findPhoto }: Pick<DeckData, 'findPhoto'>,
  pictures: readonly string[],
): SlideFiles {
  const files: Record<string, number[]> = {}
  slides.forEach(({ source: { raw } }, index) => {
    const words = new Set(raw.match(/[\p{L}\p{N}_-]+/gu))
    const scenes = new Set([...words].map(word => findPhoto(word)?.scene?.replace(/^\//, '')))
    for (const file of pictures) {
      const [, id = ''] = /^photos\/(.*)\.\w+$/.exec(file) ?? []
      if (raw.includes(file) || words.has(id) || scenes.has(file)) (files[file] ??= []).push(index + 1)
    }
  })
  return files
}

function picturesIn(userRoot: string): string[] {
  const folder = join(userRoot, 'public')
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map(name => name.split(sep).join('/').normalize())
      .filter(name => PICTURE.test(name))
  } catch {
    return []
  }
}

function sorted(pages: readonly number[]): number[] {
  return [...new Set(pages)].sort((a, b) => a - b)
}
