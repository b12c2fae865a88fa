/** The deck has a theme of its own. */
export default {}
