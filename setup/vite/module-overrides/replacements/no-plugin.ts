import type { Plugin } from 'vue'

/** A plugin that installs nothing. */
export default { install() {} } satisfies Plugin
