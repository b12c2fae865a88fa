import type { ClicksContext, SlideRoute } from '@slidev/types'
import type { Ref } from 'vue'
import type { Router } from 'vue-router'
import * as state from '@slidev/client/state/index.ts'
import { disableBuiltinSync, sharedState } from '@slidev/client'
import type { Place } from './follow.ts'

const { hmrSkipTransition, showOverview } = state as unknown as Record<
  'hmrSkipTransition' | 'showOverview',
  Ref<boolean>
>
export { showOverview }

/**
 * Keeps Slidev's own synchronisation out of it: between tabs of one browser, and from its shared state to the page
 * shown. It leaves alone what a page of the shown one's own kind has updated last.
 */
export function silenceSlidev(router: Router): void {
  const suppressSync = (): void => void (sharedState.lastUpdate = { id: 'huibao', type: 'viewer', time: Date.now() })
  disableBuiltinSync()
  suppressSync()
  router.afterEach(suppressSync)
}

/** The place that a route of the slides shows. */
export function placeOf({ params, query }: Router['currentRoute']['value']): Place {
  return { page: Number(params.no), clicks: Number(query.clicks ?? 0) || 0 }
}

/**
 * Shows a place, on the page of slides that is open.
 * @returns whether its slide is there: another navigation, even one to where the page already is, cancels one under way
 */
export async function show(router: Router, { page, clicks }: Place): Promise<boolean> {
  const { query } = router.currentRoute.value
  hmrSkipTransition.value = false
  await router.replace({
    path: `/${page}`,
    query: { ...query, clicks: clicks ? String(clicks) : undefined },
  })
  return placeOf(router.currentRoute.value).page === page
}

/** Milliseconds before what was cancelled is looked at again. */
export const AGAIN = 100

/** How many clicks a slide has; undefined as long as it has not been drawn. */
export function totalClicks(slide: SlideRoute | undefined): number | undefined {
  const context = slide?.meta.__clicksContext as ClicksContext | null | undefined
  return context?.isMounted ? context.total : undefined
}

/** The planned times of slides, in seconds. */
export function plannedTimes(slides: readonly SlideRoute[]): (number | undefined)[] {
  return slides.map(({ meta }) => {
    const { time } = (meta.slide as { frontmatter: Record<string, unknown> }).frontmatter
    return typeof time === 'number' ? time : undefined
  })
}
