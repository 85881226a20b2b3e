import { one, whole } from "@/app/parse-address"
import { openDesk } from "@/app/with-desk"
import { drawOriginal } from "@/services/draw-original"
import { Problem } from "@/services/problem"

type Context = { params: Promise<{ town: string; year: string; page: string }> }

/** A page of the original as a picture that this site drew itself; `x-pages` says how many there are. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { town, year, page } = await params
  const version = whole(one(new URL(request.url).searchParams.get("version") ?? undefined) ?? undefined)
  const drawn = await openDesk()
    .then((desk) => drawOriginal(desk, whole(town) ?? 0, whole(year) ?? 0, version, whole(page) ?? 0))
    .catch((error: unknown) => {
      if (error instanceof Problem) return error
      throw error
    })
  if (drawn instanceof Problem) return new Response(null, { status: drawn.code === "signed_out" ? 401 : 403 })
  if (!drawn?.ok) return new Response(null, { status: 404 })
  return new Response(Buffer.from(drawn.png), {
    headers: {
      "content-type": "image/png",
      "x-pages": String(drawn.pages),
      "cache-control": "private, no-store",
    },
  })
}
