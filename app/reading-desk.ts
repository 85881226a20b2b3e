import { deskFor, findThisVisitor } from "@/app/visitor"
import type { Desk } from "@/services/desk"
import { Problem } from "@/services/problem"

/** The desk for a route that only reads figures: of a person who is signed in, or of anybody where reading is open. Throws
 * Problem: signed_out, must_change. */
export async function openReadingDesk(): Promise<Desk> {
  const visitor = await findThisVisitor()
  if (!visitor.session && !visitor.openReading) throw new Problem("signed_out")
  if (visitor.session?.mustChange) throw new Problem("must_change")
  return deskFor(visitor)
}
