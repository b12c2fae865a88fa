import { describe, expect, it } from 'vitest'
import { withoutNote } from '../../setup/vite/notes.ts'

describe('notes', () => {
  it('are taken out of a slide with all else kept, dollar signs too', () => {
    const record = { title: '$& 甲', noteHTML: '<p>$1</p>', frontmatterRaw: 'a: b', index: 3 }
    const taken = withoutNote(`  slide: {\n    ...(${JSON.stringify(record)}),\n    frontmatter,\n`)
    expect(taken?.note).toBe('<p>$1</p>')
    expect(taken?.code).toBe('  slide: {\n    ...({"title":"$& 甲","index":3,"noteHTML":""}),\n    frontmatter,\n')
  })

  it('that cannot be found are told from slides without', () => {
    expect(withoutNote('slide: {}')).toBeUndefined()
    expect(withoutNote('    ...({"title":"甲"}),')?.note).toBe('')
  })
})
