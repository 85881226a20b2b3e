import { notFound } from "next/navigation"
import { one, type SearchParams } from "@/app/parse-address"
import { answer, settle } from "@/app/questions/actions"
import { withDesk } from "@/app/with-desk"
import { QuestionPage } from "@/components/questions/question-page"
import { viewQuestion } from "@/services/view-questions"

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

export default function Page({ params, searchParams }: Props) {
  return withDesk("reports.read", async (desk, locale) => {
    const thread = await viewQuestion(desk, (await params).id, locale)
    if (!thread) notFound()
    const side = desk.actor.role === "reviewer" ? "reviewer" : "town_officer"
    const isLate = one((await searchParams).late) !== null
    return <QuestionPage {...{ locale, thread, side, isLate, actions: { answer, settle } }} />
  })
}
