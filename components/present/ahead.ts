import type { SlideRoute } from '@slidev/types'
import type { Router } from 'vue-router'
import { photos as files } from 'virtual:huibao-photos'
import { photos } from 'virtual:huibao/deck'

/**
 * Milliseconds after which the rest of the deck is fetched, at the least; a hall full of phones is spread over as much
 * again.
 */
const START = 2_000
/** Milliseconds before the second try; each later one waits twice as long. */
const RETRY = 4_000
const TRIES = 7
/** Parts of the site that are fetched side by side. */
const AT_ONCE = 3

/**
 * Fetches all that the deck may show, so that no page turn needs the network any more: slides with their charts,
 * pictures, fonts, and the page to read as well as that of slides. What fails is tried again. The root element says
 * when it is done.
 */
export async function fetchAhead(slides: readonly SlideRoute[], router: Router): Promise<void> {
  await pause(START * (1 + Math.random()))
  const parts: (() => Promise<unknown>)[] = [
    ...slides.map(route => () => route.load()),
    ...router
      .getRoutes()
      .filter(({ name }) => name === 'play' || name === 'read')
      .map(({ components }) => async () => {
        const component: unknown = components?.default
        if (typeof component === 'function') await (component as () => Promise<unknown>)()
      }),
    // Slidev's bar and dialogs, which come with the first stir on a slide.
    () => import('@slidev/client/internals/NavControls.vue'),
    () => import('@slidev/client/internals/Controls.vue'),
    () => import('uno:icons.css'),
    ...[...document.fonts].map(face => () => face.load()),
    ...pictures(slides).map(url => () => picture(url)),
  ]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let part = parts.shift(); part; part = parts.shift()) await untilThere(part)
    }),
  )
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

async function untilThere(part: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      await part()
      return
    } catch {
      await pause(RETRY * 2 ** tries)
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
