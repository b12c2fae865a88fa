/** The class of the root element while a slide of the page to read is kept at the top of the screen. */
export const HELD = 'hb-reading-held'
