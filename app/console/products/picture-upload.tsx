import { useRevalidator } from "@remix-run/react"
import { type FormEvent, useRef, useState } from "react"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import { mostPictureBytes, pictureTypes } from "./picture-limits.ts"
import { sendPicture } from "./send-picture.ts"

/** Sends pictures one after the other; without scripts, one at a time. */
export function PictureUpload({ productId, title }: { productId: string; title: string }) {
  const t = useText("console")
  const action = useShopPath()("products", productId, "pictures")
  const { progress, problem, send } = useUpload(action)
  const form = useRef<HTMLFormElement>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (progress !== undefined) return
    const sent = new FormData(event.currentTarget)
    const files = sent.getAll("picture").filter((file): file is File => file instanceof File && file.size > 0)
    await send(files, String(sent.get("alt") || title))
    form.current?.reset()
  }
  return (
    <form
      ref={form}
      method="post"
      action={action}
      encType="multipart/form-data"
      onSubmit={submit}
      className="grid gap-3 rounded-lg border border-edge border-dashed p-4"
    >
      <input type="hidden" name="do" value="add" />
      <Field label={t("pictures.choose")} error={problem} hint={t("pictures.limit", { most: mostPictureBytes / 1024 / 1024 })}>
        <TextInput type="file" name="picture" accept={pictureTypes} multiple required />
      </Field>
      <Field label={t("pictures.alt")} hint={t("pictures.alt.hint")} optional>
        <TextInput name="alt" maxLength={200} placeholder={title} />
      </Field>
      {progress !== undefined && (
        <progress className="w-full accent-accent" value={progress} max={1} aria-label={t("pictures.sending")} />
      )}
      <Button look="secondary" icon="picture" busy={progress !== undefined}>
        {t(progress === undefined ? "pictures.add" : "pictures.sending")}
      </Button>
    </form>
  )
}

function useUpload(action: string) {
  const t = useText("console")
  const { revalidate } = useRevalidator()
  const [progress, setProgress] = useState<number>()
  const [problem, setProblem] = useState<string>()
  const one = async (file: File, alt: string, onProgress: (share: number) => void): Promise<string | undefined> => {
    if (file.size > mostPictureBytes) return t("pictures.large", { name: file.name })
    const form = new FormData()
    for (const [name, value] of [
      ["do", "add"],
      ["picture", file],
      ["alt", alt],
    ] as const)
      form.set(name, value)
    const { ok, message } = await sendPicture(action, form, onProgress)
    return ok ? undefined : `${file.name}: ${message || t("pictures.problem")}`
  }
  const send = async (files: readonly File[], alt: string) => {
    setProblem(undefined)
    if (files.length === 0) return setProblem(t("pictures.none"))
    for (const [at, file] of files.entries()) {
      setProgress(at / files.length)
      const trouble = await one(file, alt, (share) => setProgress((at + share) / files.length))
      if (trouble !== undefined) setProblem(trouble)
    }
    setProgress(undefined)
    revalidate()
  }
  return { progress, problem, send }
}
