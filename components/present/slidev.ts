import type { ClicksContext, SlideRoute } from '@slidev/types'
import type { Ref } from 'vue'
import type { Router } from 'vue-router'
import * as state from '@slidev/client/state/index.ts'
import { disableBuiltinSync, sharedState } from '@slidev/client'
import type { Place } from '../../setup/present/follow.ts'

const { hmrSkipTransition } = state as unknown as { hmrSkipTransition: Ref<boolean> }

/**
 * Keeps Slidev's own synchronisation out of it: between tabs of one browser, and from its shared state to the page shown. Slidev
 * leaves alone what the last update of a page's own kind has set.
 */
export function silenceSlidev(kind: 'presenter' | 'viewer'): void {
  disableBuiltinSync()
  sharedState.lastUpdate = { id: 'huibao', type: kind, time: Date.now() }
}

/** The place that a route of the slides or of the presenter's view shows. */
export function placeOf({ params, query }: Router['currentRoute']['value']): Place {
  return { page: Number(params.no), clicks: Number(query.clicks ?? 0) || 0 }
}

/** Shows a place, on the page of slides that is open. */
export async function show(router: Router, { page, clicks }: Place): Promise<void> {
  const { query, name } = router.currentRoute.value
  hmrSkipTransition.value = false
  await router.replace({ path: name === 'presenter' ? `/presenter/${page}` : `/${page}`, query: { ...query, clicks: clicks ? String(clicks) : undefined } })
}

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
