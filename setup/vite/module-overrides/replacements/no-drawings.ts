/** What Slidev asks of its pen before anyone draws, in a site without drawings. */
const pen = {
  mounted: false,
  mode: 'stylus',
  on() {},
  load() {},
  clear() {},
  dump: () => '',
  undo: () => false,
  redo: () => false,
  canUndo: () => false,
  canRedo: () => false,
}

export function createDrauu(): typeof pen {
  return pen
}
