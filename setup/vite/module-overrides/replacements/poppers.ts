/** Places open menus and hints anew; as long as there are none, what places them is not loaded. */
export function recomputeAllPoppers(): void {
  if (document.querySelector('.v-popper--shown, .v-popper__popper--shown'))
    void import('floating-vue').then(({ recomputeAllPoppers }) => recomputeAllPoppers())
}
