import { useFetcher } from "@remix-run/react"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { useText } from "#app/text/text.tsx"
import { Badge } from "#app/ui/badge.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field, FieldError } from "#app/ui/field.tsx"
import { Picture } from "#app/ui/picture.tsx"
import type { PictureView } from "#app/ui/picture-source.ts"
import { TextInput } from "#app/ui/text-input.tsx"

interface Answer {
  readonly ok: boolean
  readonly message: string
}

/** One picture: what it shows, and a way to take it out. */
export function PictureItem({ productId, picture, isFirst }: { productId: string; picture: PictureView; isFirst: boolean }) {
  const t = useText("console")
  const action = useShopPath()("products", productId, "pictures")
  const words = useFetcher<Answer>()
  const removal = useFetcher<Answer>()
  const problem = [words.data, removal.data].find((answer) => answer && !answer.ok)?.message
  if (removal.state !== "idle") return null
  return (
    <li className="grid grid-cols-[5rem_minmax(0,1fr)] gap-3 border-line border-t pt-3 first:border-t-0 first:pt-0">
      <span className="grid content-start gap-1">
        <Picture picture={picture} sizes="5rem" shape="square" />
        {isFirst && <Badge>{t("pictures.first")}</Badge>}
      </span>
      <div className="grid gap-2">
        <words.Form method="post" action={action} className="grid gap-2">
          <input type="hidden" name="do" value="describe" />
          <input type="hidden" name="key" value={picture.key} />
          <Field label={t("pictures.alt")}>
            <TextInput name="alt" maxLength={200} defaultValue={picture.alt} />
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button look="secondary" size="small" busy={words.state !== "idle"}>
              {t("pictures.describe")}
            </Button>
            <Button look="quiet" size="small" icon="trash" form={`remove-${picture.key}`}>
              {t("pictures.remove")}
            </Button>
          </div>
        </words.Form>
        <removal.Form id={`remove-${picture.key}`} method="post" action={action} hidden>
          <input type="hidden" name="do" value="remove" />
          <input type="hidden" name="key" value={picture.key} />
        </removal.Form>
        <div aria-live="polite">
          {problem ? (
            <FieldError>{problem}</FieldError>
          ) : (
            words.data?.ok && <p className="text-positive text-sm">{t("pictures.described")}</p>
          )}
        </div>
      </div>
    </li>
  )
}
