import type { Plugin } from 'vue'

const none = (): Plugin => ({ install() {} })

export { none as createVDragDirective, none as createVMarkDirective, none as createVMotionDirectives }
