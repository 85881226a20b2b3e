import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { sizeLimit } from "@/documents/limits"
import { readDocument } from "@/documents/read-document"

const utf8 = (text: string) => new TextEncoder().encode(text)
/** 青岚镇2024年 in GB18030, byte by byte from the code table. */
const gbk = new Uint8Array([0xc7, 0xe0, 0xe1, 0xb0, 0xd5, 0xf2, 0x32, 0x30, 0x32, 0x34, 0xc4, 0xea])
const page = `青岚镇2024年度法治政府建设情况报告\n全年审查各类合同128件。\n`

async function textOf(bytes: Uint8Array, name = "a.txt") {
  const outcome = await readDocument(bytes, name)
  return outcome.ok ? [outcome.document.encoding, outcome.document.text] : outcome.refusal
}
const utf16 = (text: string, little: boolean) => {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, little)
  for (let i = 0; i < text.length; i += 1) view.setUint16(2 + i * 2, text.charCodeAt(i), little)
  return bytes
}

describe("plain text", () => {
  it("is decoded by its mark or its bytes, and kept as it is", async () => {
    expect(await textOf(utf8(page))).toEqual(["utf-8", page])
    expect(await textOf(utf8(`\ufeff${page}`))).toEqual(["utf-8", page])
    expect(await textOf(utf16(page, true))).toEqual(["utf-16le", page])
    expect(await textOf(utf16(page, false))).toEqual(["utf-16be", page])
    expect(await textOf(gbk)).toEqual(["gb18030", "青岚镇2024年"])
    expect(await textOf(utf8("甲\r\n乙\t丙\u3000"))).toEqual(["utf-8", "甲\r\n乙\t丙\u3000"])
  })

  it("is refused when it is none", async () => {
    expect(await textOf(new Uint8Array())).toBe("empty")
    expect(await textOf(utf8(" \n\t"))).toBe("empty")
    expect(await textOf(new Uint8Array(sizeLimit + 1))).toBe("too_large")
    expect(await textOf(new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), "报告.txt")).toBe("not_text")
    expect(await textOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "报告.txt")).toBe(
      "damaged",
    )
    expect(await textOf(utf8("%PDF-1.7 …"), "报告.txt")).toBe("damaged")
    expect(await textOf(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), "报告.docx")).toBe("damaged")
    expect(await textOf(utf8("{\\rtf1\\ansi 报告}"), "报告.doc")).toBe("unsupported_format")
    expect(await textOf(new Uint8Array([0x81, 0x20, 0xff, 0xff, 0xfe, 0x80, 0x80]))).toBe("unknown_encoding")
  })

  it("never throws", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(typeof (await readDocument(bytes, "a.txt")).ok).toBe("boolean")
      }),
    )
  })

  it("says who published it, when and under which number", async () => {
    const head =
      "索引号: LH331082-077/2025-137641 公开方式: 主动公开\n文号: 成文日期: 2025-01-14\n发布单位: 青岚镇\n"
    const outcome = await readDocument(utf8(head + page), "a.txt")
    expect(outcome.ok && outcome.document.metadata).toEqual({
      title: "青岚镇2024年度法治政府建设情况报告", issuer: "青岚镇", indexNumber: "LH331082-077/2025-137641", publishedOn: "2025-01-14",
    }) // biome-ignore format: a row
    const impossible = await readDocument(utf8(`发布日期: 2025-02-31\n${page}`), "a.txt")
    expect(impossible.ok && impossible.document.metadata.publishedOn).toBeNull()
  })
})

describe("a page", () => {
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title><meta name="ArticleTitle" content="青岚镇2024年报告">
    <meta name="PubDate" content="2025-01-14 14:26"><style>p{color:red}</style><script>var n=12</script></head><body>
    <nav>首页 &gt; 公开</nav><div class="breadcrumb">当前位置：首页</div><h1>青岚镇2024年度法治政府建设情况报告</h1>
    <p>全年审查各类合同<span>128</span>件&nbsp;，<b>提出</b>意见&#51;0条。</p>
    <table><tr><td>合同</td><td>128</td></tr></table><div class="bdshare">分享到</div></body></html>`

  it("is what a reader sees: no menus, scripts or styles, words unbroken by inline tags", async () => {
    const outcome = await readDocument(utf8(html), "a.html")
    if (!outcome.ok) throw new Error(outcome.refusal)
    const { text, metadata, reader } = outcome.document
    expect(reader).toBe("html")
    expect(text).toContain("全年审查各类合同128件\u00a0，提出意见30条。")
    expect(text).toContain("合同 | 128")
    for (const hidden of ["首页", "当前位置", "分享", "color", "var n"]) expect(text).not.toContain(hidden)
    expect(metadata).toMatchObject({ title: "青岚镇2024年报告", publishedOn: "2025-01-14" })
  })

  it("is known by its bytes, and refused when nothing is in it", async () => {
    expect(await readDocument(utf8(html), "报告.txt")).toMatchObject({
      ok: true,
      document: { reader: "html" },
    })
    expect(await textOf(utf8("<html><body><script>1</script></body></html>"), "a.html")).toBe("no_text")
    expect(await readDocument(utf8("<p>没有关好的<div>标签</p>"), "a.html")).toMatchObject({ ok: true })
  })
})
