import type { AppContext } from '@slidev/types'
import AudienceLayer from './AudienceLayer.vue'
import { deafen } from './kiosk.ts'
import { mountOver } from './mount.ts'
import { silenceSlidev } from './slidev.ts'
import '../../styles/present-audience.css'

/** Makes this page follow the presenter. */
export function start({ app, router }: AppContext): void {
  const kiosk = 'kiosk' in router.currentRoute.value.query
  silenceSlidev(router)
  if (kiosk) deafen()
  mountOver(app, AudienceLayer, { kiosk })
}
