import type { ResolvedSlidevOptions, SlidevData } from '@slidev/types'
import type { Plugin } from 'vite'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalizePath } from 'vite'
import { aliases, type DeckUse, moduleOverrides, replacementPath } from './overrides.ts'

/** The path of a module in the innermost `node_modules`, or in the project at `root`, without its query. */
export function modulePath(id: string, root: string): string {
  const path = normalizePath(id.replace(/[?#].*$/, ''))
  // The engine itself may be installed in `node_modules`.
  const own = path.startsWith(root) ? path.slice(root.length) : path
  return /^(?:.*\/)?node_modules\/(.*)$/.exec(own)?.[1] ?? own
}

function exactly(...texts: readonly string[]): RegExp {
  return new RegExp(`^(?:${texts.map(RegExp.escape).join('|')})$`)
}

function useOf({ slides, config }: SlidevData, userRoot: string): DeckUse {
  const own = globSync('{components,layouts}/**/*.vue', { cwd: userRoot })
  return {
    text: [
      ...slides.map(({ source }) => source.content),
      ...own.map(file => readFileSync(join(userRoot, file), 'utf8')),
    ].join('\n'),
    drawings: config.drawings.enabled === true || config.drawings.enabled === 'build',
  }
}

/**
 * Keeps out of a built site what Slidev and the data's model load before the first slide and no briefing needs there.
 * @param projectRoot Folder of `setup/`.
 */
export function moduleOverridesPlugin({ data, userRoot }: ResolvedSlidevOptions, projectRoot: string): Plugin {
  const root = normalizePath(join(projectRoot, '/'))
  return {
    name: 'huibao:module-overrides',
    enforce: 'pre',
    // The dev server keeps everything: there what was typed a second ago must work.
    apply: 'build',
    config: {
      // After Slidev's own hook: the aliases that come last are asked first.
      order: 'post',
      handler: () => ({
        resolve: {
          alias: Object.entries(aliases(useOf(data, userRoot))).map(([name, replacement]) => ({
            find: exactly(name),
            replacement,
          })),
        },
      }),
    },
    resolveId: {
      filter: { id: exactly(...moduleOverrides.map(({ source }) => source)) },
      handler(source, importer = '') {
        const from = modulePath(importer, root)
        const override = moduleOverrides.find(each => each.source === source && each.importer === from)
        return override && replacementPath(override.replacement)
      },
    },
  }
}
