import type { RouteRecordRaw } from 'vue-router'
import { browserReader, forgetWish, readingGuard } from './reading.ts'

const print: RouteRecordRaw = { name: 'print', path: '/print', component: () => import('@slidev/client/pages/print.vue') }

const read: RouteRecordRaw = {
  name: 'read',
  path: '/read',
  component: () => import('../components/read/ReadPage.vue'),
  beforeEnter: () => forgetWish(browserReader),
}

/**
 * Adds `/print`, which Slidev leaves out of static builds unless they also carry a ready-made PDF, and `/read`, the deck
 * as one page to read, which phones are sent to.
 */
export default (routes: RouteRecordRaw[]): RouteRecordRaw[] => [
  ...__HUIBAO_SITE__ || routes.some(({ path }) => path === '/print') ? [] : [print],
  read,
  // A guard added in `setup/main.ts` may come too late: the router has begun its first navigation by then.
  ...routes.map(route => route.name === 'play' ? { ...route, beforeEnter: readingGuard(browserReader) } as RouteRecordRaw : route),
]
