/**
 * What this project uses of `@slidev/client`. The package ships its sources, which do not pass our stricter type
 * check, and TypeScript checks every source file that it follows an import into; `paths` in tsconfig.json leads here.
 */
import type { ClicksContext, RenderContext, SlideRoute } from '@slidev/types'
import type { ComputedRef, Ref } from 'vue'

/** What the headmatter says, defaults filled in; read when the app is first drawn. */
export declare const configs: { aspectRatio: number, canvasWidth: number } & Record<string, unknown>

/** Navigation of the deck as a whole. */
export declare function useNav(): {
  slides: Ref<SlideRoute[]>
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
