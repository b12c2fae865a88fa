import { SITE_VARIABLE, type Site } from '../../setup/vite/site.ts'

/** The sites that one deck is built into. */
export type Variant = 'plain' | Site

interface VariantPlan {
  /** What it is called in messages. */
  name: string
  /** Where it lives, relative to the project. */
  folder: string
  /** What `slidev build` is told besides. */
  args: readonly string[]
  env: Readonly<Record<string, string>>
  /** Begins its stamp, so that no site is taken for another. */
  mark: string
}

/**
 * `plain` is the site of `npm run build`. The presenting server serves two others: `audience`, without notes and
 * without the presenter's pages, to everybody; `presenter`, below `/presenter/`, to devices that have been paired.
 */
export const variants: Readonly<Record<Variant, VariantPlan>> = {
  plain: { name: '网站', folder: 'dist', args: [], env: { [SITE_VARIABLE]: '' }, mark: '' },
  audience: {
    name: '观众的网站',
    folder: '.huibao/present/audience',
    args: ['--without-notes'],
    env: { [SITE_VARIABLE]: 'audience' },
    mark: 'audience:',
  },
  presenter: {
    name: '汇报人的网站',
    folder: '.huibao/present/presenter',
    args: ['--base', '/presenter/'],
    env: { [SITE_VARIABLE]: 'presenter' },
    mark: 'presenter:',
  },
}
