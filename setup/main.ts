import type { AppContext } from '@slidev/types'
import { markMain } from './landmark.ts'
import { startClient } from './present/start.ts'
import { isPrintLocation } from './print-location.ts'

/**
 * Marks the main landmark, and waits for the router on the print page, which reads its `range` once and before the first
 * navigation has ended. Nowhere else: the presenter's view would keep the page numbers of slide 1.
 */
export default async ({ router }: AppContext): Promise<void> => {
  markMain(router)
  if (__HUIBAO_SITE__ === 'audience')
    void startClient(router, () => import('../components/present/audience.ts'), ({ currentRoute }) => 'kiosk' in currentRoute.value.query)
  if (__HUIBAO_SITE__ === 'presenter')
    void startClient(router, () => import('../components/present/presenter.ts'), () => true)
  if (isPrintLocation(router.options.history.location))
    await router.isReady()
}
