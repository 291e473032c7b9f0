import { useText } from "#app/text/text.tsx"
import { classes } from "./classes.ts"
import { Icon } from "./icon.tsx"
import { type PictureView, pictureSource, sourceSet } from "./picture-source.ts"

interface Props {
  picture: PictureView | null | undefined
  /** Of the slot, as in the `sizes` attribute. */
  sizes?: string
  /** The theme's own ratio unless told. */
  shape?: "square" | "wide" | "fill"
  /** For the one picture that the page is judged by: loaded at once, before others. */
  eager?: boolean
}

export const cardSizes = "(min-width: 68rem) 20rem, (min-width: 44rem) 33vw, 50vw"

/** The tint is an SVG shape and not a style attribute, so that the security policy may forbid those. */
export function Picture({ picture, sizes = cardSizes, shape, eager = false }: Props) {
  const t = useText("ui")
  const frame = classes("picture", shape && `picture-${shape}`)
  if (!picture) {
    return (
      <span className={classes(frame, "picture-blank")} role="img" aria-label={t("picture.none")}>
        <Icon name="picture" />
      </span>
    )
  }
  const src = pictureSource(picture)
  return (
    <span className={frame}>
      {picture.tint && (
        <svg aria-hidden="true">
          <rect width="100%" height="100%" fill={picture.tint} />
        </svg>
      )}
      <img
        alt={picture.alt}
        srcSet={sourceSet(src)}
        src={src(640)}
        sizes={sizes}
        loading={eager ? "eager" : "lazy"}
        {...(eager ? { fetchpriority: "high" } : { decoding: "async" })}
      />
    </span>
  )
}
