/** How the address of this page asks for its slides to be drawn, as a query; else how its file was exported. */
export const askedLook: string = location.search || (document.documentElement.dataset.look ?? '')
