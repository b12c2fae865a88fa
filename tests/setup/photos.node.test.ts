import { expect, it } from 'vitest'
import { photoFiles } from '../../setup/plugins/photos.ts'

it('finds photos by the id of their slot, whatever their format', () => {
  expect(photoFiles(['workshop.JPG', 'park.webp', 'README.md', '.DS_Store'])).toEqual({ workshop: 'photos/workshop.JPG', park: 'photos/park.webp' })
})
