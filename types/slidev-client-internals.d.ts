/**
 * What this project uses of the inner modules of `@slidev/client`; see `slidev-client.d.ts` for why they are declared
 * here.
 */
import type { ClicksContext, SlideRoute } from '@slidev/types'
import type { InjectionKey, Ref } from 'vue'

/** Stands for more clicks than any slide has: its last state. */
export declare const CLICKS_MAX: number

export declare const injectionSlidevContext: InjectionKey<object>
export declare const injectionSlideElement: InjectionKey<Ref<HTMLElement | null>>

/** The clicks of a slide that stays in one state, or in the one that `clicks` says. */
export declare function createFixedClicks(route: SlideRoute, clicks: number | Readonly<Ref<number>>): ClicksContext

/** Navigation as a slide sees it that stands still: it is the current one, whatever the address says. */
export declare function useFixedNav(route: SlideRoute, clicks: ClicksContext): object

/** What draws on slides: `mounted` while there is a slide to draw on. */
export declare function useDrawings(): { drauu: { readonly mounted: boolean } }

/** Keeps what is drawn on a slide, without telling the pen. */
export declare function patchDrawingState(page: number, svg: string): void
