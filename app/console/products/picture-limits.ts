/** Of one file. */
export const mostPictureBytes = 12 * 1024 * 1024
export const pictureTypes = "image/jpeg,image/png,image/webp,image/avif,image/gif"
