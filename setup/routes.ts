import type { NavigationGuard, RouteRecordRaw } from 'vue-router'
import { arrivalGuard, browserArrival } from '../components/present/arrival.ts'
import { holdBack, reachable } from '../components/present/held-back.ts'
import type { PublicState } from '../components/present/protocol.ts'
import { browserReader, forgetWish, readingGuard } from '../components/read/reading.ts'

const print: RouteRecordRaw = {
  name: 'print',
  path: '/print',
  component: () => import('@slidev/client/pages/print.vue'),
}

const read: RouteRecordRaw = {
  name: 'read',
  path: '/read',
  component: () => import('../components/read/ReadPage.vue'),
  beforeEnter: () => forgetWish(browserReader),
}

/**
 * Slides as the audience comes to them: where the presenter is; as a page to read on a phone, but never on a screen
 * that only follows.
 */
function audienceGuards(): NavigationGuard[] {
  const reading = readingGuard(browserReader)
  const hold = async (ranges: string | null | undefined): Promise<void> =>
    holdBack((await import('#slidev/slides')).slides.value, ranges)
  const state = async (): Promise<PublicState> => {
    const there = await browserArrival.state()
    await hold(there.reachable)
    return there
  }
  // Of two parameters: a guard with a third one is waited for until it calls that.
  return [
    // Before the first slide is drawn, with which Slidev would load the others.
    async (_, from) => void (from.matched.length === 0 && (await hold(undefined))),
    arrivalGuard({ ...browserArrival, state }),
    (to, from) =>
      'kiosk' in to.query || typeof reachable.value === 'string' || reading.call(undefined, to, from, () => {}),
  ]
}

/**
 * Adds `/print`, which Slidev leaves out of static builds unless they also carry a ready-made PDF, and `/read`, the
 * deck as one page to read, which phones are sent to. Sites that are presented have no print page; the audience
 * goes to where the presenter is, and the presenter has a page for the desk and one for a phone in the hand.
 */
export default (routes: RouteRecordRaw[]): RouteRecordRaw[] => [
  // What is exported is drawn by it; the single file is read again by it.
  ...((!__HUIBAO_SITE__ || __HUIBAO_SITE__ === 'file') && !routes.some(({ path }) => path === '/print') ? [print] : []),
  ...(__HUIBAO_SITE__ === 'presenter'
    ? [
        { name: 'desk', path: '/presenter/:no?', component: () => import('../components/present/PresenterPage.vue') },
        { name: 'phone', path: '/phone', component: () => import('../components/present/PhonePage.vue') },
      ]
    : []),
  read,
  // A guard added in `setup/main.ts` may come too late: the router has begun its first navigation by then.
  ...routes.map(route =>
    route.name === 'play'
      ? ({
          ...route,
          beforeEnter: __HUIBAO_SITE__ === 'audience' ? audienceGuards() : readingGuard(browserReader),
        } as RouteRecordRaw)
      : route,
  ),
]
