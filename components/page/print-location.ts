/** Whether a location of the router, e.g. `/print?range=2-3`, is the print page. */
export function isPrintLocation(location: string): boolean {
  return /^\/print(?:[/?#]|$)/.test(location)
}
