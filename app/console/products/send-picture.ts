export interface SentPicture {
  readonly ok: boolean
  /** Empty when the server said nothing that can be shown. */
  readonly message: string
}

/** Sends one picture and tells how far it is, from 0 to 1: `fetch` cannot tell. */
export function sendPicture(url: string, form: FormData, onProgress: (share: number) => void): Promise<SentPicture> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => lengthComputable && onProgress(loaded / total)
    request.onload = () => resolve(answerIn(request))
    request.onerror = () => resolve({ ok: false, message: "" })
    request.open("POST", url)
    request.send(form)
  })
}

function answerIn({ status, responseText }: XMLHttpRequest): SentPicture {
  try {
    const answer: unknown = JSON.parse(responseText)
    const message = typeof answer === "object" && answer !== null && "message" in answer ? answer.message : ""
    return { ok: status < 300, message: typeof message === "string" ? message : "" }
  } catch {
    return { ok: false, message: "" }
  }
}
