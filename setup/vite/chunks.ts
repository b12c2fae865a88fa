import type { Plugin } from 'vite'

/** What every page needs, in one file: many small ones take longer to ask for, and pack worse. */
const BASE =
  /\/node_modules\/(?:@vue|vue|vue-router|@vueuse|@antfu|@slidev\/parser)\/|\/@slidev\/client\/(?!pages|internals|builtin|layouts|assets)/

/** Divides a built site's scripts by when they are needed. */
export function chunksPlugin(): Plugin {
  return {
    name: 'huibao:chunks',
    apply: 'build',
    config: {
      order: 'post',
      // Slidev puts all of Vue and whatever has “vue” in its name, with ECharts in its wake, into one file.
      handler(config) {
        for (const output of [config.build?.rollupOptions?.output, config.build?.rolldownOptions?.output].flat())
          delete output?.manualChunks
        return { build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: BASE }] } } } } }
      },
    },
  }
}
