/// <reference types="@slidev/types" />
import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    // A table of plugin timings after every build says nothing to those who make decks.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  slidev: {
    // The modules beside the components are no components, though Slidev would take every script for one.
    components: { globsExclude: ['components/**/*.ts'] },
  },
})
