import { configs } from '@slidev/client'
import { defineAsyncComponent } from 'vue'
import { askedLook } from '../../styles/asked-look.ts'

/**
 * Whether every figure carries its number in the appendix, such as [12]: where `references: true` stands in the
 * headmatter or `?refs` in the address. It stays so until the page is loaded anew.
 */
const referencesShown: boolean = configs.references === true || new URLSearchParams(askedLook).has('refs')

/** The number of one figure, loaded where it is shown. */
export const FigureReference = referencesShown ? defineAsyncComponent(() => import('./FigureReference.vue')) : undefined

/** The numbers of a chart's figures, beside their labels. */
export const ChartReferences = referencesShown ? defineAsyncComponent(() => import('./ChartReferences.vue')) : undefined
