import type { AppContext } from '@slidev/types'
import { watchFigures } from '../components/evidence/watch.ts'
import { followFragments } from '../components/page/fragments.ts'
import { markMain } from '../components/page/landmark.ts'
import { startClient } from '../components/present/start.ts'
import { isPrintLocation } from '../components/page/print-location.ts'
import { followLook } from '../styles/apply-tokens.ts'

/**
 * Marks the main landmark, follows the look that the address asks for, lets figures be asked for their evidence, and
 * waits for the router on the print page, which reads its `range` once and before the first navigation has ended.
 * Nowhere else: the presenter's view would keep the page numbers of slide 1.
 */
export default async (context: AppContext): Promise<void> => {
  const { router } = context
  markMain(router)
  followLook(router)
  followFragments(router)
  watchFigures(context)
  if (__HUIBAO_SITE__ === 'audience') {
    // The page to read is not sent where the audience may not look ahead.
    router.onError((_, to) => to.name === 'read' && location.replace('/?slide'))
    void startClient(
      context,
      () => import('../components/present/audience.ts'),
      () => 'kiosk' in router.currentRoute.value.query,
    )
  }
  if (__HUIBAO_SITE__ === 'presenter')
    void startClient(
      context,
      () => import('../components/present/presenter.ts'),
      () => true,
    )
  if (isPrintLocation(router.options.history.location)) await router.isReady()
}
