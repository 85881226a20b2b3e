import type { Desk } from "@/services/desk"
import { Problem } from "@/services/problem"

/** Stops whoever may only read. Every service that writes calls it first. */
export function requireReviewer(desk: Desk): void {
  if (desk.actor.role !== "reviewer") throw new Problem("not_allowed", desk.actor.name)
}
