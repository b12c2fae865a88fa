import type { SlideRoute } from '@slidev/types'
import type { Router } from 'vue-router'
import { photos as files } from 'virtual:huibao-photos'
import { photos } from 'virtual:huibao/deck'
import { fetchParts, pause, type Part } from './fetch-parts.ts'

/**
 * Milliseconds after which the rest of the deck is fetched, at the least; a hall full of phones is spread over as much
 * again.
 */
const START = 2_000

/**
 * Fetches all that the deck may show, so that no page turn needs the network any more: slides with their charts,
 * pictures, fonts, and the page to read as well as that of slides. What fails is tried again. The root element says
 * when it is done.
 * @param may whether something may be fetched already; it is asked again now and then
 */
export async function fetchAhead(
  slides: readonly SlideRoute[],
  router: Router,
  may: (page: number | null) => boolean | undefined = () => true,
): Promise<void> {
  await pause(START * (1 + Math.random()))
  const parts: Part[] = [
    ...slides.map(route => ({ page: route.no, load: () => route.load() })),
    ...router
      .getRoutes()
      .filter(({ name }) => name === 'play' || name === 'read')
      .map(({ name, components }) => ({
        ...(name === 'read' && { page: null }),
        load: async () => {
          const component: unknown = components?.default
          if (typeof component === 'function') await (component as () => Promise<unknown>)()
        },
      })),
    // Slidev's bar and dialogs, which come with the first stir on a slide.
    { load: () => import('@slidev/client/internals/NavControls.vue') },
    { load: () => import('@slidev/client/internals/Controls.vue') },
    { load: () => import('uno:icons.css') },
    ...[...document.fonts].map(face => ({ load: () => face.load() })),
    // Which slide a picture is on is not known here.
    ...pictures(slides).map(url => ({ page: null, load: () => picture(url) })),
  ]
  await fetchParts(parts, may)
  document.documentElement.dataset.huibaoAhead = 'done'
}

function pictures(slides: readonly SlideRoute[]): string[] {
  const ofSlots = photos.map(({ id, scene }) => files[id]?.file ?? scene)
  const ofSlides = slides.flatMap(({ meta }) => [
    ...((meta.slide as { images?: string[] }).images ?? []),
    ...(Object.values((meta.slide as { frontmatter: Record<string, unknown> }).frontmatter).filter(
      value => typeof value === 'string' && /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(value),
    ) as string[]),
  ])
  return [
    ...new Set(
      [...ofSlots, ...ofSlides]
        .filter(url => url && !/^(?:https?:)?\/\//.test(url))
        .map(url => import.meta.env.BASE_URL + url.replace(/^\//, '')),
    ),
  ]
}

/** Kept, so that the browser keeps them too. */
const kept: HTMLImageElement[] = []

function picture(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    kept.push(image)
    image.onload = () => resolve()
    image.onerror = reject
    image.src = url
  })
}
