/** The form in a body of at most `most` bytes, counted while it comes in: a length header may be absent or untrue. */
export async function readBody(request: Request, most: number): Promise<FormData> {
  const type = request.headers.get("content-type") ?? ""
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) throw new Response(null, { status: 415 })
  if (Number(request.headers.get("content-length") ?? 0) > most) throw new Response(null, { status: 413 })
  const bytes = await collect(request, most)
  try {
    return await new Response(bytes, { headers: { "content-type": type } }).formData()
  } catch {
    throw new Response(null, { status: 400 })
  }
}

async function collect(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let step = await reader?.read(); step?.value; step = await reader?.read()) {
    size += step.value.byteLength
    if (size > most) {
      await reader?.cancel()
      throw new Response(null, { status: 413 })
    }
    chunks.push(step.value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
