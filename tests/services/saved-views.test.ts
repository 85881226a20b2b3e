import { expect, test } from "vitest"
import { changeSavedView } from "@/services/change-saved-view"
import { saveView } from "@/services/save-view"
import { viewSavedViews } from "@/services/view-saved-views"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"

describeEachDatabase("saved views", (opened) => {
  const desk = (name: string) => deskOf(opened().db, name, "leader")
  const titles = async (name: string) => (await viewSavedViews(desk(name))).map(({ title }) => title)

  test("are a person's own, in the order that they choose", async () => {
    for (const title of ["一", " 二 ", "三"]) await saveView(desk("wang"), { title, address: "view=bar" })
    await saveView(desk("li"), { title: "别人的", address: "" })
    expect(await titles("wang")).toEqual(["一", "二", "三"])
    const [first, , third] = await viewSavedViews(desk("wang"))
    await changeSavedView(desk("wang"), { id: third?.id ?? "", action: "up" })
    await changeSavedView(desk("wang"), { id: first?.id ?? "", action: "up" })
    expect(await titles("wang")).toEqual(["一", "三", "二"])
    await expect(changeSavedView(desk("li"), { id: first?.id ?? "", action: "delete" })).rejects.toThrow(
      "not_found",
    )
    await changeSavedView(desk("wang"), { id: first?.id ?? "", action: "delete" })
    expect(await titles("wang")).toEqual(["三", "二"])
    expect(await titles("li")).toEqual(["别人的"])
  })

  test("need a title, a person, and room", async () => {
    const keep = (title: string) => saveView(desk("zhao"), { title, address: "" })
    await expect(keep("  ")).rejects.toThrow("title_not_valid")
    await expect(keep("长".repeat(61))).rejects.toThrow("title_not_valid")
    await expect(saveView(desk("zhao"), { title: "a", address: "x y" })).rejects.toThrow("value_not_valid")
    const nobody = deskOf(opened().db, "public", "public")
    await expect(saveView(nobody, { title: "a", address: "" })).rejects.toThrow("signed_out")
    expect(await viewSavedViews(nobody)).toEqual([])
    for (let count = 0; count < 60; count += 1) await keep(`图${count}`)
    await expect(keep("多了")).rejects.toThrow("too_many_views")
  })
})
