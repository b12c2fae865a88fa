/// <reference types="vite/client" />

/** The site that this script is part of, see `setup/vite/site.ts`; empty in the plain one and in dev. */
declare const __HUIBAO_SITE__: 'audience' | 'presenter' | 'public' | 'file' | ''

/** Whether the part of an address behind its `#` says which page it is of. */
declare const __SLIDEV_HASH_ROUTE__: boolean

/** Whether a server watches the deck's files: Slidev says so in dev. */
declare const __SLIDEV_HAS_SERVER__: boolean

declare module 'virtual:huibao/deck' {
  import type { Deck } from 'huibao'

  export const figures: Deck['figures']
  export const getFigure: Deck['getFigure']
  export const findFigure: Deck['findFigure']
  export const nearest: Deck['nearest']
  export const columns: Deck['columns']
  export const chapters: Deck['chapters']
  export const periods: Deck['periods']
  export const tables: Deck['tables']
  export const targets: Deck['targets']
  export const quotes: Deck['quotes']
  export const photos: Deck['photos']
  export const errata: Deck['errata']
  /** Where the clause of a stated figure states its number, by id. */
  export const clauseNumbers: Readonly<Record<string, { start: number; end: number }>>
}

declare module 'virtual:huibao/maps' {
  import type { FoundMap } from './model/maps.ts'

  /** Maps in `public/`, by their files. */
  export const maps: Readonly<Record<string, FoundMap>>
}

declare module 'virtual:huibao-photos' {
  import type { SlotPhoto } from './setup/vite/photos/survey.ts'

  /** Photos in `public/photos/`, by the id of their slot. */
  export const photos: Readonly<Record<string, SlotPhoto>>
  /** In dev, why the photo of a slot is not fit to be shown; a build stops at it. */
  export const faults: Readonly<Record<string, string>>
}

declare module 'virtual:huibao-places' {
  import type { Places } from './model/slides/shown.ts'

  /** Where figures are shown, by their ids. */
  export const places: Readonly<Record<string, Places>>
}

declare module 'virtual:huibao-fonts.css'

declare module 'uno:icons.css'

declare module 'virtual:huibao-notes'
