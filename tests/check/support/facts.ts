import type { Box, Piece, LayoutSnapshot } from '../../../scripts/check/layout/facts.ts'

const PAGE = { left: 0, top: 0, right: 1280, bottom: 720 }

/** A slide on which there is nothing but what is told. */
export function snapshot(facts: Partial<LayoutSnapshot>): LayoutSnapshot {
  return {
    no: 1,
    clicks: 0,
    title: '',
    width: 1280,
    height: 720,
    boxes: [],
    pieces: [],
    flows: [],
    spoken: [],
    headings: [],
    numbers: [],
    drawings: [],
    shapes: [],
    fills: [],
    bodies: [],
    doubtful: [],
    unseen: [],
    ...facts,
  }
}

/** A box that holds what is in it and cuts nothing off. */
export function box(facts: Partial<Box>): Box {
  return {
    element: 'div',
    rect: PAGE,
    clipsX: false,
    clipsY: false,
    shortens: undefined,
    parent: undefined,
    free: false,
    ...facts,
  }
}

/** A word right in the slide, whose glyphs fill its box. */
export function piece(facts: Partial<Piece>): Piece {
  const rect = facts.rect ?? PAGE
  return {
    text: '字',
    element: 'p',
    rect,
    ink: rect,
    slot: rect,
    size: 24,
    distance: 'hall',
    flow: 0,
    line: 0,
    box: undefined,
    drawing: undefined,
    ...facts,
  }
}
