/// <reference types="@slidev/types" />
import { join } from 'node:path'
import { defineConfig } from 'vite'

export default defineConfig({
  build: {
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
      'echarts/renderers',
      'leven',
      'valibot',
      'vue-echarts',
    ],
  },
  slidev: {
    // The modules beside the components are no components, though Slidev would take every script for one.
    components: { globsExclude: [join(import.meta.dirname, 'components/**/*.{ts,js}')] },
  },
})
