/**
 * What this project uses of `@slidev/client`. The package ships its sources, which do not pass our stricter type
 * check, and TypeScript checks every source file that it follows an import into; `paths` in tsconfig.json leads here.
 */
import type { ClicksContext, RenderContext, SlideRoute } from '@slidev/types'
import type { ComputedRef, Ref } from 'vue'

/** What the headmatter says, defaults filled in; read when the app is first drawn. */
export declare const configs: { aspectRatio: number; canvasWidth: number } & Record<string, unknown>

/** Navigation of the deck as a whole. */
export declare function useNav(): {
  slides: Ref<SlideRoute[]>
  clicks: ComputedRef<number>
  clicksContext: ComputedRef<ClicksContext>
  getPrimaryClicks: (route: SlideRoute) => ClicksContext
  isPrintMode: ComputedRef<boolean>
  isPrintWithClicks: ComputedRef<boolean>
  currentPage: ComputedRef<number>
  total: ComputedRef<number>
}

/** The slide around a component. */
export declare function useSlideContext(): {
  $page: Ref<number>
  $frontmatter: Record<string, unknown>
  $renderContext: Ref<RenderContext>
  $clicksContext: Pick<ClicksContext, 'current' | 'calculateSince' | 'register' | 'unregister'>
}

export declare function onSlideEnter(callback: () => void): void
export declare function onSlideLeave(callback: () => void): void

/** What Slidev shares between its own pages. */
export interface SharedState {
  timer: {
    status: 'stopped' | 'running' | 'paused'
    slides: Record<number, { start?: number; end?: number }>
    startedAt: number
    pausedAt: number
  }
  cursor?: { x: number; y: number; style?: 'cursor' | 'laser' }
  lastUpdate?: { id: string; type: 'presenter' | 'viewer'; time: number }
}

export declare const sharedState: SharedState

/** What is drawn, by slide: the inside of an SVG. */
export declare const drawingState: Record<number, string | undefined>

/**
 * Adds a way on which shared state travels. `init` is called for each state, named by its channel, and returns what is
 * to be called when it has changed; `updating` tells that the change came in on such a way itself.
 */
export declare function addSyncMethod(sync: {
  init: (
    channel: string,
    update: (data: object) => void,
    state: object,
  ) => ((state: object, updating?: boolean) => void) | undefined
}): void

/** Ends Slidev's own way from tab to tab. */
export declare function disableBuiltinSync(): void

/** Takes the keyboard from the slides. @returns what gives it back */
export declare function lockShortcuts(): () => void
