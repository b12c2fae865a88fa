import type { Plugin } from 'vite'
import type { Site } from './site.ts'

/** What every page needs, in one file: many small ones take longer to ask for, and pack worse. */
const BASE =
  /\/node_modules\/(?:@vue|vue|vue-router|@vueuse|@antfu|@slidev\/parser)\/|\/@slidev\/client\/(?!pages|internals|builtin|layouts|assets)/

/** Divides a built site's scripts by when they are needed; a site that becomes one file has one of each. */
export function chunksPlugin(site: Site | undefined): Plugin {
  return {
    name: 'huibao:chunks',
    apply: 'build',
    config: {
      order: 'post',
      // Slidev puts all of Vue and whatever has “vue” in its name, with ECharts in its wake, into one file.
      handler(config) {
        for (const output of [config.build?.rollupOptions?.output, config.build?.rolldownOptions?.output].flat())
          delete output?.manualChunks
        const codeSplitting = site === 'file' ? false : { groups: [{ name: 'base', test: BASE }] }
        return { build: { cssCodeSplit: site !== 'file', rolldownOptions: { output: { codeSplitting } } } }
      },
    },
  }
}
