import type { SlideInfo } from '@slidev/types'
import { describe, expect, it } from 'vitest'
import type { Photo } from '../../model/source.ts'
import { filesOfChunks, filesOfSlides, type Chunk } from '../../setup/vite/slide-files.ts'

const chunk = (name: string, rest: Partial<Chunk> = {}): Chunk => ({
  fileName: `assets/${name}.js`,
  facadeModuleId: null,
  moduleIds: [],
  imports: [],
  dynamicImports: [],
  isEntry: false,
  ...rest,
})
const js = (...names: string[]): string[] => names.map(name => `assets/${name}.js`)
const slide = (page: number, rest: Partial<Chunk> = {}): Chunk =>
  chunk(`md-${page}`, { facadeModuleId: `/deck/slides.md__slidev_${page}.md`, ...rest })

describe('files of a site', () => {
  it('belong to slides where nothing else needs them, directly or by way of others', () => {
    const files = filesOfChunks([
      chunk('index', { isEntry: true, imports: js('base'), dynamicImports: js('md-1', 'md-2', 'read', 'bar') }),
      chunk('base'),
      chunk('bar', { imports: js('icons') }),
      chunk('icons'),
      slide(1, { imports: js('base', 'icons', 'fig') }),
      slide(2, {
        imports: js('base', 'fig', 'chart'),
        viteMetadata: { importedCss: ['assets/md-2.css'], importedAssets: ['assets/photo.jpg'] },
      }),
      chunk('fig'),
      chunk('chart', { imports: js('axis', 'index'), dynamicImports: js('late') }),
      chunk('axis'),
      chunk('late'),
      chunk('read', { facadeModuleId: '/x/components/read/ReadPage.vue', imports: js('fig', 'cards') }),
      chunk('cards'),
    ])
    expect(files).toEqual({
      'assets/md-1.js': [1],
      'assets/fig.js': [1, 2],
      'assets/md-2.js': [2],
      'assets/md-2.css': [2],
      'assets/photo.jpg': [2],
      'assets/chart.js': [2],
      'assets/axis.js': [2],
      'assets/late.js': [2],
      'assets/read.js': [],
      'assets/cards.js': [],
    })
  })

  it('with several slides in one chunk are of all of those', () => {
    const both = chunk('both', { moduleIds: ['/a.md__slidev_4.md', '/a.md__slidev_9.md?x', '/c.vue'] })
    expect(filesOfChunks([chunk('index', { isEntry: true, dynamicImports: js('both') }), both])).toEqual({
      'assets/both.js': [4, 9],
    })
  })

  it('that are pictures are of the slides that name them, or their slot', () => {
    const slides = ['# 封面', 'photo: quay', '![](/plans/map.png)', '<PhotoSlot id="tea-fair" /> quayside'].map(
      raw => ({ source: { raw } }) as unknown as SlideInfo,
    )
    const findPhoto = (id: string) =>
      id === 'tea-fair' ? ({ id, scene: 'scenes/tea.svg' } as unknown as Photo) : undefined
    const pictures = ['photos/quay.jpg', 'photos/tea-fair.webp', 'scenes/tea.svg', 'plans/map.png', 'favicon.svg']
    expect(filesOfSlides(slides, { findPhoto }, pictures)).toEqual({
      'photos/quay.jpg': [2],
      'plans/map.png': [3],
      'photos/tea-fair.webp': [4],
      'scenes/tea.svg': [4],
    })
  })
})
