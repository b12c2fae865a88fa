/** The files of a picture, as office programs take them. */
export interface Media {
  image: { bytes: Uint8Array; extension: 'png' | 'jpeg' }
  /** The drawing that the image was made of. */
  svg?: Uint8Array
}
