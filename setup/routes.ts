import type { RouteRecordRaw } from 'vue-router'

/** Adds `/print`, which Slidev leaves out of static builds unless they also carry a ready-made PDF. */
export default (routes: RouteRecordRaw[]): RouteRecordRaw[] => routes.some(({ path }) => path === '/print')
  ? routes
  : [{ name: 'print', path: '/print', component: () => import('@slidev/client/pages/print.vue') }, ...routes]
