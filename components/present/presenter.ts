import type { AppContext } from '@slidev/types'
import { mountOver } from './mount.ts'
import PresenterLayer from './PresenterLayer.vue'
import { silenceSlidev } from './slidev.ts'
import '../../styles/present-overlay.css'

/** Makes this page drive the meeting, or follow who does. */
export function start({ app, router }: AppContext): void {
  silenceSlidev(router)
  mountOver(app, PresenterLayer)
}
