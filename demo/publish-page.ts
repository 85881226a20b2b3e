import type { Body } from "@/demo/write-report"

/** Where and when a report was put out; days as `2025-01-14`. */
export type Publication = {
  town: string
  county: string
  indexNumber: string
  writtenOn: string
  publishedOn: string
}

/** The report as the plain text that somebody copied from the town's page, its metadata above the title. */
export function publishText(
  { title, paragraphs }: Body,
  { town, indexNumber, publishedOn }: Publication,
): string {
  const head = [`索引号：${indexNumber}`, `发布机构：${town}`, `发布日期：${publishedOn}`]
  return [...head, "", title, "", ...paragraphs, ""].join("\n")
}

/** The report as a saved web page, with the furniture that such pages have around the text. */
export function publishHtml({ title, paragraphs }: Body, page: Publication): string {
  const { town, county, indexNumber, writtenOn, publishedOn } = page
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="PubDate" content="${publishedOn}">
</head>
<body>
<div class="top"><a href="#">进入老年模式</a> <a href="#">无障碍浏览</a></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">${county}${town}</a></div>
<table class="meta">
<tr><td>索引号：</td><td>${indexNumber}</td><td>成文日期：</td><td>${writtenOn}</td></tr>
<tr><td>发布机构：</td><td>${town}</td><td>发布日期：</td><td>${publishedOn}</td></tr>
</table>
<h1>${title}</h1>
<p class="tools">浏览次数：<span></span> 字体：[大 中 小] 分享到：</p>
<div id="content">
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n")}
</div>
<div class="foot"><a href="#">打印本页</a> <a href="#">关闭窗口</a></div>
</body>
</html>
`
}
