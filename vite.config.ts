/// <reference types="@slidev/types" />
import { join } from 'node:path'
import { defineConfig } from 'vite'
import { markdown } from './setup/vite/markdown.ts'

/** The oldest browsers that a deck is shown in; README names them, and `early.js` those who are older. */
const BROWSERS = ['chrome90', 'ios15', 'safari15', 'firefox115']

export default defineConfig({
  // A folder that is linked beside the deck may hold any number of files.
  server: { watch: { followSymlinks: false } },
  build: {
    target: BROWSERS,
    cssTarget: BROWSERS,
    // Packing every file once more only to print its size takes time that nobody reads.
    reportCompressedSize: false,
    // A table of plugin timings after every build says nothing to those who make decks.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  optimizeDeps: {
    // Charts are loaded with the first slide that has one; found only then, each of these would reload the page.
    include: [
      'echarts/charts',
      'echarts/components',
      'echarts/core',
      'echarts/lib/chart/custom/CustomSeries.js',
      'echarts/lib/util/innerStore.js',
      'echarts/renderers',
      'leven',
      'valibot',
      'vue-echarts',
    ],
  },
  slidev: {
    markdown,
    // Slidev would take every script for a component: those that are one have a capital letter.
    components: {
      globsExclude: [
        join(import.meta.dirname, 'components/**/[a-z]*.ts'),
        join(import.meta.dirname, 'components/**/*.js'),
      ],
    },
  },
})
