import { NOTES_VARIABLE, SITE_VARIABLE, type Site } from '../../setup/vite/site.ts'

/** The sites that one deck is built into. */
export type Variant = 'plain' | Site

/** What is asked of a site that leaves the house: of `public` and `file`. */
export interface SiteOptions {
  /**
   * Where it will lie on its server: a path that begins and ends with a slash. Default: wherever it is put, since its
   * addresses are relative.
   */
  base?: string | undefined
  /** Whether it has the speaker notes and the pages that show them. Default: `false`. */
  notes?: boolean
}

/** How a site is built. */
export interface VariantPlan {
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

const variants: Readonly<Record<Variant, Omit<VariantPlan, 'env' | 'mark'>>> = {
  plain: { name: '网站', folder: '.huibao/site', args: [] },
  audience: { name: '观众的网站', folder: '.huibao/present/audience', args: ['--without-notes'] },
  presenter: { name: '汇报人的网站', folder: '.huibao/present/presenter', args: ['--base', '/presenter/'] },
  // The slide's number behind the #: a server without rules for other addresses, or none at all, will do.
  public: { name: '对外的网站', folder: 'dist', args: ['--router-mode', 'hash'] },
  file: { name: '单个文件的网站', folder: '.huibao/file', args: ['--router-mode', 'hash'] },
}

/**
 * How a site is built. `plain` is what is checked and exported. The presenting server serves two: `audience`, without
 * notes and without the presenter's pages, to everybody; `presenter`, below `/presenter/`, to devices that have been
 * paired. `public` is that of `npm run build`, for a web server; `file` becomes one HTML file.
 */
export function planOf(variant: Variant, { base = './', notes = false }: SiteOptions = {}): VariantPlan {
  const plan = variants[variant]
  const env = { [SITE_VARIABLE]: variant === 'plain' ? '' : variant }
  if (variant !== 'public' && variant !== 'file')
    return { ...plan, env, mark: variant === 'plain' ? '' : `${variant}:` }
  return {
    ...plan,
    args: [...plan.args, '--base', base, ...(notes ? [] : ['--without-notes'])],
    env: { ...env, [NOTES_VARIABLE]: notes ? '1' : '' },
    mark: `${variant}:${base}:${notes ? 'notes' : ''}:`,
  }
}
