import type { Router } from 'vue-router'
import { createApp } from 'vue'
import AudienceLayer from './AudienceLayer.vue'
import { deafen } from './kiosk.ts'
import { silenceSlidev } from './slidev.ts'
import '../../styles/present-audience.css'

/** Makes this page follow the presenter. */
export function start(router: Router): void {
  const kiosk = 'kiosk' in router.currentRoute.value.query
  silenceSlidev('viewer')
  if (kiosk)
    deafen()
  const host = document.createElement('div')
  host.className = 'hb-present'
  document.body.append(host)
  createApp(AudienceLayer, { kiosk }).use(router).mount(host)
}
