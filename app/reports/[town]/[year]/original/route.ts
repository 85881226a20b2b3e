import { readLocale } from "@/app/locale"
import { one, whole } from "@/app/parse-address"
import { openDesk } from "@/app/with-desk"
import { translate } from "@/catalogue/translate"
import { Problem } from "@/services/problem"
import { readOriginal } from "@/services/read-original"

type Context = { params: Promise<{ town: string; year: string }> }

/** The file as it came, always as a download (and sandboxed, see security-headers.ts): nothing that others wrote is ever shown as a page of this site. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { town, year } = await params
  const version = whole(one(new URL(request.url).searchParams.get("version") ?? undefined) ?? undefined)
  const original = await openDesk()
    .then((desk) => readOriginal(desk, whole(town) ?? 0, whole(year) ?? 0, version))
    .catch((error: unknown) => {
      if (error instanceof Problem) return error
      throw error
    })
  if (original instanceof Problem) {
    const words = translate(await readLocale(), "problem")(original.code)
    return new Response(words, { status: original.code === "signed_out" ? 401 : 403 })
  }
  if (!original) return new Response(null, { status: 404 })
  const name = encodeURIComponent(original.fileName.split("/").at(-1) ?? "").replace(/['()*]/g, escape)
  return new Response(Buffer.from(original.bytes), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${name}`,
      "cache-control": "private, no-store",
    },
  })
}
