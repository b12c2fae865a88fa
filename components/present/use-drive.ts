import { useNav } from '@slidev/client'
import { onScopeDispose } from 'vue'
import { useRouter } from 'vue-router'
import type { Drive } from './drive.ts'
import { createDrive } from './drive.ts'
import type { Place } from './follow.ts'
import { isSamePlace } from './follow.ts'
import { coalesce } from './coalesce.ts'
import { newId } from './send.ts'
import type { Control } from './control.ts'
import { AGAIN, placeOf, show, totalClicks } from './slidev.ts'
import { reportTotals } from './totals.ts'

/** Slidev's page of slides, on which a move moves the deck. */
const DRIVING = 'play'

/** Lets what is done on Slidev's own page move the deck, and the deck move it. */
export function useDrive(control: Control): Drive {
  const router = useRouter()
  const { slides } = useNav()
  let asked: Place | undefined
  /** Without frames, slides that leave would stay in the page, one upon the other. */
  const isSeen = (): boolean => document.visibilityState === 'visible'
  const isOpen = (): boolean => router.currentRoute.value.name === DRIVING

  const go = coalesce(async (place: Place) => {
    asked = place
    if (!(await show(router, place).finally(() => (asked = undefined))))
      setTimeout(() => isOpen() && drive.settle(placeOf(router.currentRoute.value)), AGAIN)
  })
  const drive = createDrive({
    send: control.send,
    go: place => isSeen() && isOpen() && go(place),
    rejected: control.reject,
    unpaired: () => control.unpaired.value,
    changed: control.accept,
    me: control.me,
    newId,
    pause: control.pause,
  })

  function arrived(own: boolean): void {
    const here = placeOf(router.currentRoute.value)
    const server = control.state.value
    // A slide that has fewer clicks than were asked for takes them back by itself; only the driver has to tell.
    const settled = server && isSamePlace(here, server, totalClicks(slides.value[here.page - 1])) && !drive.canDrive()
    drive.moved(here, own && !settled && !(asked && isSamePlace(here, asked)))
  }

  const look = (): void => void (isSeen() && isOpen() && drive.settle(placeOf(router.currentRoute.value)))
  document.addEventListener('visibilitychange', look)
  onScopeDispose(() => document.removeEventListener('visibilitychange', look))
  if (isOpen()) arrived(false)
  // Taken back afterwards, a slide would flash, and Slidev may leave both of them on the screen.
  onScopeDispose(
    router.beforeEach((to, from) => {
      const server = control.state.value
      if (!server || drive.canDrive() || to.name !== DRIVING || from.name !== DRIVING) return true
      const place = placeOf(to)
      if (asked?.page === place.page || isSamePlace(place, server, totalClicks(slides.value[place.page - 1])))
        return true
      control.reject()
      return false
    }),
  )
  onScopeDispose(
    router.afterEach((to, from, failure) => {
      // Whoever comes from another kind of page comes to look, and is shown where the deck stands.
      if (!failure && to.name === DRIVING) arrived(from.name === DRIVING)
    }),
  )
  control.onState(drive.receive)
  reportTotals(control, () => slides.value.map(totalClicks))
  return drive
}
